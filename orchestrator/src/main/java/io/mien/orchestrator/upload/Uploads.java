package io.mien.orchestrator.upload;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.contracts.rest.UploadLinks;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import io.mien.orchestrator.database.Database;
import io.mien.store.ObjectStore;
import io.mien.store.upload.PartUploads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes archives in. The bytes go from the client to the object store; what passes here are links,
 * and at the end the whole once more, to see that it is what the client said.
 */
public final class Uploads {

  private static final Duration LINK_VALID_FOR = Duration.ofHours(1);

  private final Database database;
  private final JdbcUploadRepository uploads;
  private final PartUploads parts;
  private final ObjectStore store;
  private final Uuid7 ids;
  private final Terms terms;

  public Uploads(
      Database database,
      JdbcUploadRepository uploads,
      PartUploads parts,
      ObjectStore store,
      Uuid7 ids,
      Terms terms) {
    this.database = database;
    this.uploads = uploads;
    this.parts = parts;
    this.store = store;
    this.ids = ids;
    this.terms = terms;
  }

  /**
   * @param validFor how long an open upload is kept while nothing comes
   * @param unusedFor how long a whole one is kept while no dataset has it as its source
   */
  public record Terms(Duration validFor, Duration unusedFor, Clock clock) {}

  /**
   * The client's upload of this fingerprint, begun unless there is one.
   *
   * @throws InvalidInput {@code bad-field} or {@code dataset-source-unsupported}
   */
  public Upload begin(String client, UploadRequest request) {
    UploadPlan.check(request);
    Upload.Sender sender = new Upload.Sender(client, request.fingerprint());
    Optional<Upload> known = known(sender);
    return known.orElseGet(() -> begin(sender, request));
  }

  private Upload begin(Upload.Sender sender, UploadRequest request) {
    UploadId id = new UploadId(ids.next());
    PartUploads.Target target = parts.begin(Bucket.DATASETS, Upload.key(id, request.name()));
    Upload fresh =
        new Upload(
            id,
            sender,
            request.name(),
            UploadView.State.OPEN,
            new Upload.Parts(UploadPlan.partBytes(request.bytes()), target.upload()),
            terms.clock().instant().plus(terms.validFor()));
    if (database.transact(tx -> uploads.insert(tx, fresh, terms.validFor()))) {
      return fresh;
    }
    // Another request of the same client was faster
    parts.abort(target);
    return known(sender).orElseThrow();
  }

  /** As far as the store knows it, too: what was ready may have been deleted. */
  private Optional<Upload> known(Upload.Sender sender) {
    Optional<Upload> known = database.transact(tx -> uploads.known(tx, sender));
    if (known.isEmpty()) {
      return known;
    }
    Upload upload = known.get();
    boolean whole = store.size(Bucket.DATASETS, upload.key()).isPresent();
    boolean open = upload.state() == UploadView.State.OPEN;
    if (whole || open && isBegun(upload)) {
      return Optional.of(whole && open ? assembled(upload) : upload);
    }
    giveUp(upload);
    return Optional.empty();
  }

  /** Stores forget uploads when they are told to, behind our back. */
  private boolean isBegun(Upload upload) {
    try {
      parts.parts(upload.target());
      return true;
    } catch (InvalidInput e) {
      return false;
    }
  }

  private Upload assembled(Upload upload) {
    database.run(tx -> uploads.assembled(tx, upload.id()));
    return upload.in(UploadView.State.ASSEMBLED);
  }

  public Optional<Upload> find(UploadId id, String client) {
    return database.transact(tx -> uploads.find(tx, id, client));
  }

  /** The parts that have come; none when it is not open. */
  public List<PartUploads.Part> parts(Upload upload) {
    return upload.state() == UploadView.State.OPEN ? parts.parts(upload.target()) : List.of();
  }

  /**
   * @throws InvalidInput {@code upload-not-open} or {@code bad-field}
   */
  public UploadLinks links(Upload upload, List<Integer> numbers) {
    requireOpen(upload);
    if (numbers.isEmpty()
        || numbers.stream().anyMatch(Objects::isNull)
        || numbers.size() > UploadLinks.MOST
        || numbers.stream().anyMatch(number -> number < 1 || number > PartUploads.MOST_PARTS)) {
      throw new InvalidInput(
          "bad-field",
          "The field 'numbers' has 1 to %d numbers of parts, from 1 to %d."
              .formatted(UploadLinks.MOST, PartUploads.MOST_PARTS));
    }
    database.run(tx -> uploads.extend(tx, upload.id(), terms.validFor()));
    return new UploadLinks(
        numbers.stream()
            .map(
                number ->
                    new UploadLinks.Link(
                        number, parts.link(upload.target(), number, LINK_VALID_FOR)))
            .toList());
  }

  /**
   * Makes the archive of its parts and reads it once, to see that it is what the client has.
   *
   * @throws InvalidInput {@code upload-not-open}, {@code upload-incomplete} or {@code
   *     upload-corrupt}
   */
  public void complete(Upload upload, UploadCompletion whole) {
    if (upload.state() == UploadView.State.READY) {
      return;
    }
    if (upload.state() != UploadView.State.ASSEMBLED) {
      requireOpen(upload);
      assemble(upload, whole);
    }
    try {
      UploadCheck.whole(store, upload, whole);
    } catch (InvalidInput e) {
      giveUp(upload);
      throw e;
    }
    database.run(tx -> uploads.ready(tx, upload.id(), whole.sha256(), terms.unusedFor()));
  }

  private void assemble(Upload upload, UploadCompletion whole) {
    database.run(tx -> uploads.extend(tx, upload.id(), terms.validFor()));
    if (store.size(Bucket.DATASETS, upload.key()).isEmpty()) {
      List<PartUploads.Part> come = parts.parts(upload.target());
      UploadCheck.parts(upload, come, whole.bytes());
      parts.complete(upload.target(), come);
    }
    assembled(upload);
  }

  /** Gives an upload up, and frees what has come of it. */
  public void giveUp(Upload upload) {
    parts.abort(upload.target());
    store.delete(Bucket.DATASETS, upload.key());
    database.run(tx -> uploads.giveUp(tx, upload.id()));
  }

  /**
   * Gives a whole upload up unless something has come of it.
   *
   * @return the bytes that were freed, empty when something has
   */
  Optional<Long> giveUpUnused(Upload upload) {
    if (!database.transact(tx -> uploads.giveUpUnused(tx, upload.id()))) {
      return Optional.empty();
    }
    long bytes = store.size(Bucket.DATASETS, upload.key()).orElse(0L);
    store.delete(Bucket.DATASETS, upload.key());
    return Optional.of(bytes);
  }

  private static void requireOpen(Upload upload) {
    if (upload.state() != UploadView.State.OPEN) {
      throw new InvalidInput(
          "upload-not-open",
          "Upload %s is %s; begin a new one.".formatted(upload.id(), upload.state()));
    }
  }
}
