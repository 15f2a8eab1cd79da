package io.mien.ingest.item;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.ListItems;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceName;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where it is told what the items of a synthesis are; {@code toString()} is for a person. */
sealed interface ItemsPlace {

  /** The refusal of a place that tells of no item at all. */
  String empty();

  /** JSON lines. */
  sealed interface Lines extends ItemsPlace {

    /**
     * The lines as a file of this machine.
     *
     * @param work directory of the task
     * @throws InvalidInput {@code items-missing}, {@code items-unreadable}, {@code object-missing}
     *     or {@code object-corrupt}
     */
    Path bring(ObjectStore store, Path work);

    @Override
    default String empty() {
      return "Cannot list the items of %s: no line of it has any text. Write one JSON object a line, with custom_id and photo."
          .formatted(this);
    }
  }

  static ItemsPlace of(ListItems task, @Nullable SourceFiles files) {
    if (task.items() != null) {
      return new Sent(task.items());
    }
    SourceFiles source = Objects.requireNonNull(files, "ListItems asks for items or a source");
    return task.file() == null ? new Pictures(source) : new Named(source, task.file());
  }

  /** What came with the request. */
  record Sent(ObjectRef object) implements Lines {
    @Override
    public Path bring(ObjectStore store, Path work) {
      Path file = work.resolve("items.jsonl");
      store.download(object, file);
      return file;
    }

    @Override
    public String toString() {
      return object.key();
    }
  }

  /** A file among the photos. */
  record Named(SourceFiles files, String name) implements Lines {
    @Override
    public Path bring(ObjectStore store, Path work) {
      String normal = SourceName.normal(name);
      if (SourceName.problem(normal).isPresent() || files.surelyLacks(normal)) {
        throw missing();
      }
      try {
        Path file = files.local(normal);
        if (!Files.isReadable(file)) {
          throw new IOException("the worker may not read it");
        }
        return file;
      } catch (IOException e) {
        if (PhotoFiles.tellsOfNone(e)) {
          throw missing();
        }
        throw new InvalidInput(
            "items-unreadable",
            "Cannot read the items from %s: %s. Mend the file or its permissions."
                .formatted(this, e.getMessage()),
            e);
      }
    }

    private InvalidInput missing() {
      return new InvalidInput(
          "items-missing",
          "Cannot read the items from %s: there is no such file. Is its name written exactly as it lies there?"
              .formatted(this));
    }

    @Override
    public String toString() {
      return files + "/" + Excerpt.of(name);
    }
  }

  /** Every picture of the source. */
  record Pictures(SourceFiles files) implements ItemsPlace {
    @Override
    public String empty() {
      return "Cannot list the items of %s: it holds no pictures. Name a folder, an archive or a prefix with some, or the JSON lines that tell of them."
          .formatted(files);
    }

    @Override
    public String toString() {
      return files.toString();
    }
  }
}
