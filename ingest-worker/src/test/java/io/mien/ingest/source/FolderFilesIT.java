package io.mien.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.mien.contracts.dataset.Rejection;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesIT {

  @TempDir Path root;

  @BeforeEach
  void writePictures() throws IOException {
    Files.createDirectories(root.resolve("happy"));
    Files.createFile(root.resolve("happy/a.png"));
    Files.createDirectories(root.resolve("sad"));
    Files.createFile(root.resolve("sad/b.png"));
  }

  @Test
  void aLinkLoopAndALinkToNothingAreRejectedAndTheRestIsRead() throws IOException {
    Files.createSymbolicLink(root.resolve("happy/loop"), root);
    Files.createSymbolicLink(root.resolve("sad/gone.png"), root.resolve("nowhere.png"));

    SourceListing listing = new FolderFiles(root).list();

    assertThat(listing.files()).containsExactly("happy/a.png", "sad/b.png");
    assertThat(listing.refused())
        .containsExactlyInAnyOrder(
            new Rejection(
                "happy/loop",
                Rejection.Code.UNREADABLE,
                "is a link back to a folder that it lies in"),
            new Rejection("sad/gone.png", Rejection.Code.UNREADABLE, "is a link to nothing"));
  }

  @Test
  void linksToFilesAreFollowedAndWhatBelongsToToolsIsLeftAlone() throws IOException {
    Files.createSymbolicLink(root.resolve("sad/c.png"), root.resolve("happy/a.png"));
    Files.createDirectories(root.resolve(".git/objects"));
    Files.createFile(root.resolve(".git/objects/x.png"));
    Files.createSymbolicLink(root.resolve(".git/loop"), root);
    Files.createDirectories(root.resolve("__MACOSX/sad"));
    Files.createFile(root.resolve("__MACOSX/sad/b.png"));
    Files.createFile(root.resolve("sad/.DS_Store"));

    SourceListing listing = new FolderFiles(root).list();

    assertThat(listing.files()).containsExactly("happy/a.png", "sad/b.png", "sad/c.png");
    assertThat(listing.refused()).isEmpty();
  }

  @Test
  void namesOfAnyScriptAreReadBack() throws IOException {
    for (String name : new String[] {"笑顔/顔.png", "счастье/Zoë 1.png", "فرح/😀.png"}) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), name);

      assertThat(new FolderFiles(root).list().files()).contains(name);
      assertThat(new FolderFiles(root).read(name)).asString().isEqualTo(name);
    }
  }

  @Test
  void aFolderWithoutPermissionIsRejectedUnlessItIsTheWholeDataset() throws IOException {
    FolderWalk walk = new FolderWalk(root);

    walk.visitFileFailed(root.resolve("sad"), new AccessDeniedException("sad"));

    assertThat(walk.walk().refused())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(tuple("sad", Rejection.Code.UNREADABLE));
    assertThatThrownBy(() -> walk.visitFileFailed(root, new AccessDeniedException("root")))
        .isInstanceOf(AccessDeniedException.class);
  }
}
