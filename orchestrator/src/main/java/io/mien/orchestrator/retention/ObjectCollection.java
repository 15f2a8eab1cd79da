package io.mien.orchestrator.retention;

import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.retention.UnneededObjects.Strangers;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStore.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the buckets, one page a step, and deletes what attempts left behind that ended
 * without a result, what was sent in and belongs to nothing, and old entries of made items.
 * Replicas take turns; a claim that its holder did not live to end is taken over, and what was
 * deleted twice is deleted once.
 */
public final class ObjectCollection implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(ObjectCollection.class);
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private final Database database;
  private final JdbcObjectSweeps sweeps;
  private final UnneededObjects unneeded;
  private final ObjectStore store;
  private final BucketOwner owner;
  private final FreedTally tally;
  private final RetentionRules rules;
  private final int page;

  public ObjectCollection(
      Database database, ObjectStore store, FreedTally tally, RetentionRules rules) {
    this(database, store, tally, rules, ObjectStore.LARGEST_PAGE);
  }

  /**
   * @param page objects that a step looks at
   */
  ObjectCollection(
      Database database, ObjectStore store, FreedTally tally, RetentionRules rules, int page) {
    this.database = database;
    this.sweeps = new JdbcObjectSweeps();
    this.unneeded = new UnneededObjects(new JdbcObjectNeeds());
    this.store = store;
    this.owner = new BucketOwner(store);
    this.tally = tally;
    this.rules = rules;
    this.page = page;
  }

  @Override
  public Progress step() {
    Optional<ObjectSweep> claimed = database.transact(tx -> sweeps.claim(tx, CLAIM));
    claimed.ifPresent(this::sweep);
    return claimed.isPresent() ? Progress.MORE : Progress.DONE;
  }

  private void sweep(ObjectSweep from) {
    List<Listed> listed = store.list(from.bucket(), from.root(), from.afterKey(), page);
    collect(from, listed);
    boolean end = listed.size() < page;
    String last = end ? "" : listed.get(listed.size() - 1).key();
    database.run(tx -> sweeps.moveOn(tx, from, last, end ? rules.every() : Duration.ZERO));
  }

  private void collect(ObjectSweep from, List<Listed> listed) {
    if (from.root().equals(ObjectKeys.MADE)) {
      delete(from, olderThan(rules.madeItems(), from, listed), FreedTally.Cause.MADE_ITEM_EXPIRED);
      return;
    }
    // An object whose attempt is over now will never be needed again, so there is no hurry
    List<Listed> old = olderThan(rules.grace(), from, listed);
    List<Listed> gone = old.isEmpty() ? old : unneeded(from.bucket(), old);
    delete(from, gone, FreedTally.Cause.UNNEEDED);
  }

  private static List<Listed> olderThan(Duration age, ObjectSweep from, List<Listed> listed) {
    Instant before = from.at().minus(age);
    return listed.stream().filter(each -> each.modifiedAt().isBefore(before)).toList();
  }

  private void delete(ObjectSweep from, List<Listed> gone, FreedTally.Cause cause) {
    if (gone.isEmpty()) {
      return;
    }
    store.delete(from.bucket(), gone.stream().map(Listed::key).toList());
    Freed freed = Freed.of(gone);
    tally.add(cause, freed);
    LOG.info(
        "Deleted {} objects ({} bytes) of bucket {} ({}), the first {}",
        freed.objects(),
        freed.bytes(),
        from.bucket().wireName(),
        cause,
        gone.get(0).key());
  }

  private List<Listed> unneeded(Bucket bucket, List<Listed> old) {
    UUID installation = database.transact(sweeps::installation);
    Strangers strangers = owner.is(installation) ? Strangers.DELETED : Strangers.KEPT;
    return database.transact(tx -> unneeded.of(tx, bucket, old, strangers));
  }
}
