package io.mien.ingest;

import java.util.Objects;

/** The version of this application, from its jar's manifest. */
final class WorkerVersion {

  static final String CURRENT =
      Objects.requireNonNullElse(
          WorkerVersion.class.getPackage().getImplementationVersion(), "development");

  private WorkerVersion() {}
}
