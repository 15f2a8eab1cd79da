package io.mien.orchestrator.history;

import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.loop.Step;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Passes what is added to the history, in whichever replica, on to those who watch here. One thread
 * steps it; anybody may subscribe.
 */
public final class EventFeed implements Step, AutoCloseable {

  private static final int PAGE = 500;
  private static final long UNKNOWN = -1;

  private final Database database;
  private final JdbcHistory history;
  private final NotificationSource source;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private long last = UNKNOWN;

  public EventFeed(Database database, JdbcHistory history, NotificationSource source) {
    this.database = database;
    this.history = history;
    this.source = source;
  }

  /** From now on; close it when it is no longer read. */
  public Subscription subscribe() {
    Subscription subscription = new Subscription(subscriptions::remove);
    subscriptions.add(subscription);
    return subscription;
  }

  /** Listening comes before the first look, so that nothing falls between the two. */
  @Override
  public Progress step() {
    List<Notification> notifications = source.await();
    if (last == UNKNOWN) {
      last = database.transact(history::last);
    }
    passOnStored();
    notifications.stream()
        .filter(one -> one.channel().equals(JdbcHistory.LIVE_CHANNEL))
        .forEach(one -> passOnLive(Json.read(one.payload(), EventView.class)));
    return Progress.MORE;
  }

  @Override
  public void close() {
    source.close();
    subscriptions.forEach(Subscription::close);
  }

  private void passOnStored() {
    List<EventView> page;
    do {
      page = database.transact(tx -> history.after(tx, last, null, PAGE));
      for (EventView event : page) {
        last = event.sequence();
        deliver(new FeedEvent(FeedEvent.Kind.STORED, event));
      }
    } while (page.size() == PAGE);
  }

  private void passOnLive(EventView event) {
    EventView numbered =
        new EventView(
            last, null, event.type(), event.at(), event.runId(), event.taskId(), event.data());
    deliver(new FeedEvent(FeedEvent.Kind.LIVE, numbered));
  }

  private void deliver(FeedEvent event) {
    subscriptions.forEach(subscription -> subscription.deliver(event));
  }

  /** Where the database says that something happened. */
  public interface NotificationSource extends AutoCloseable {

    /** What was said since the last call; returns after a while when nothing was. */
    List<Notification> await();

    @Override
    void close();
  }

  /** What the database said. */
  public record Notification(String channel, @Nullable String text) {

    String payload() {
      return text == null ? "" : text;
    }
  }
}
