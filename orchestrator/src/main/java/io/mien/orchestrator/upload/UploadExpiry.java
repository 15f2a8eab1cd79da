package io.mien.orchestrator.upload;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up uploads that nothing came of for long, so that their parts fill no disk. */
public final class UploadExpiry implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(UploadExpiry.class);
  private static final int BATCH = 20;

  private final Database database;
  private final JdbcUploadRepository repository;
  private final Uploads uploads;

  public UploadExpiry(Database database, JdbcUploadRepository repository, Uploads uploads) {
    this.database = database;
    this.repository = repository;
    this.uploads = uploads;
  }

  @Override
  public Progress step() {
    List<Upload> expired = database.transact(tx -> repository.expired(tx, BATCH));
    for (Upload upload : expired) {
      uploads.giveUp(upload);
      LOG.warn("Upload {} ({}) was given up: nothing came any more.", upload.id(), upload.name());
    }
    return expired.size() == BATCH ? Progress.MORE : Progress.DONE;
  }
}
