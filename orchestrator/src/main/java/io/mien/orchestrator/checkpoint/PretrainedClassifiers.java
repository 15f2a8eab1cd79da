package io.mien.orchestrator.checkpoint;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.CheckpointView;
import io.mien.orchestrator.database.Database;
import io.mien.store.ObjectStore;

/** Finds the classifier that a run is to start from, before anything is queued. */
public final class PretrainedClassifiers {

  private final Database database;
  private final NamedClassifiers classifiers;
  private final ObjectStore store;

  public PretrainedClassifiers(Database database, NamedClassifiers classifiers, ObjectStore store) {
    this.database = database;
    this.classifiers = classifiers;
    this.store = store;
  }

  /**
   * @param name id, or alias of a checkpoint of the smallest network that has one of this name
   * @throws InvalidInput {@code no-checkpoint}, {@code checkpoint-not-a-classifier} or {@code
   *     checkpoint-unreadable}
   */
  public PretrainedClassifier require(String name) {
    CheckpointView found =
        database.transact(tx -> classifiers.require(tx, name, "Start the classifier from"));
    return PretrainedClassifier.of(found, store.read(found.location().manifest()));
  }
}
