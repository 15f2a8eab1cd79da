package io.mien.orchestrator.upload;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.retention.Freed;
import io.mien.orchestrator.retention.FreedTally;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up uploads that nothing came of for long: unfinished ones, so that their parts fill no
 * disk, and whole ones that became no dataset. What is left of one whose deletion is broken off is
 * found by {@link io.mien.orchestrator.retention.ObjectCollection}.
 */
public final class UploadExpiry implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(UploadExpiry.class);
  private static final int BATCH = 20;

  private final Database database;
  private final JdbcUploadRepository repository;
  private final Uploads uploads;
  private final FreedTally tally;

  public UploadExpiry(
      Database database, JdbcUploadRepository repository, Uploads uploads, FreedTally tally) {
    this.database = database;
    this.repository = repository;
    this.uploads = uploads;
    this.tally = tally;
  }

  @Override
  public Progress step() {
    List<Upload> expired = database.transact(tx -> repository.expired(tx, BATCH));
    for (Upload upload : expired) {
      uploads.giveUp(upload);
      LOG.warn("Upload {} ({}) was given up: nothing came any more.", upload.id(), upload.name());
    }
    List<Upload> unused = database.transact(tx -> repository.unused(tx, BATCH));
    for (Upload upload : unused) {
      uploads.giveUpUnused(upload).ifPresent(bytes -> freed(upload, bytes));
    }
    return Math.max(expired.size(), unused.size()) == BATCH ? Progress.MORE : Progress.DONE;
  }

  private void freed(Upload upload, long bytes) {
    tally.add(FreedTally.Cause.UPLOAD_EXPIRED, new Freed(1, bytes));
    LOG.info(
        "Upload {} ({}, {} bytes) was deleted: no dataset has come of it.",
        upload.id(),
        upload.name(),
        bytes);
  }
}
