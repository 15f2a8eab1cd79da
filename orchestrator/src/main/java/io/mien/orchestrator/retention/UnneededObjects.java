package io.mien.orchestrator.retention;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Transaction;
import io.mien.store.ObjectOwner;
import io.mien.store.ObjectStore.Listed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Picks out of a listing what nothing needs any more. */
final class UnneededObjects {

  private final JdbcObjectNeeds needs;

  UnneededObjects(JdbcObjectNeeds needs) {
    this.needs = needs;
  }

  /**
   * Objects that belong to nobody any more.
   *
   * @param strangers what to do with those whose task or run is not known here
   */
  List<Listed> of(Transaction tx, Bucket bucket, List<Listed> listed, Strangers strangers) {
    Map<Listed, ObjectOwner> owners = new HashMap<>();
    listed.forEach(each -> ObjectOwner.of(each.key()).ifPresent(owner -> owners.put(each, owner)));
    Set<ObjectOwner> unneeded = new HashSet<>();
    unneeded.addAll(attempts(tx, only(ObjectOwner.Attempt.class, owners.values()), strangers));
    unneeded.addAll(sent(tx, bucket, only(ObjectOwner.Sent.class, owners.values()), strangers));
    Set<String> samples = samples(tx, bucket, only(ObjectOwner.Attempt.class, unneeded));
    return listed.stream()
        .filter(each -> owners.containsKey(each) && unneeded.contains(owners.get(each)))
        .filter(each -> !samples.contains(each.key()))
        .toList();
  }

  /** What is done with objects whose task or run is not known here. */
  enum Strangers {
    KEPT,
    DELETED
  }

  private Set<ObjectOwner> attempts(
      Transaction tx, Set<ObjectOwner.Attempt> attempts, Strangers strangers) {
    if (attempts.isEmpty()) {
      return Set.of();
    }
    Set<ObjectOwner> unneeded = new HashSet<>(needs.ended(tx, attempts));
    if (strangers == Strangers.DELETED) {
      Set<TaskId> unknown = needs.unknownTasks(tx, mapped(attempts, ObjectOwner.Attempt::task));
      attempts.stream().filter(each -> unknown.contains(each.task())).forEach(unneeded::add);
    }
    return unneeded;
  }

  /** Archives come into the bucket of datasets; what is sent in for a run, into others. */
  private Set<ObjectOwner> sent(
      Transaction tx, Bucket bucket, Set<ObjectOwner.Sent> sent, Strangers strangers) {
    Set<UUID> ids = mapped(sent, ObjectOwner.Sent::id);
    if (ids.isEmpty() || bucket != Bucket.DATASETS && strangers == Strangers.KEPT) {
      return Set.of();
    }
    Set<UUID> gone =
        bucket == Bucket.DATASETS ? needs.givenUp(tx, ids) : needs.unknownRuns(tx, ids);
    return mapped(gone, ObjectOwner.Sent::new);
  }

  private Set<String> samples(Transaction tx, Bucket bucket, Set<ObjectOwner.Attempt> attempts) {
    return attempts.isEmpty()
        ? Set.of()
        : needs.samples(tx, bucket, List.copyOf(mapped(attempts, ObjectOwner.Attempt::task)));
  }

  private static <T extends ObjectOwner> Set<T> only(
      Class<T> type, Collection<ObjectOwner> owners) {
    Predicate<ObjectOwner> is = type::isInstance;
    return mapped(owners.stream().filter(is).toList(), type::cast);
  }

  private static <T, R> Set<R> mapped(Collection<? extends T> items, Function<T, ? extends R> map) {
    Set<R> mapped = new HashSet<>();
    items.forEach(item -> mapped.add(map.apply(item)));
    return mapped;
  }
}
