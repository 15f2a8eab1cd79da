package io.mien.orchestrator.chaos;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to PostgreSQL that break: before any statement, before the commit, or after a commit
 * that nobody hears of. Sometimes a deadlock chooses a transaction as its victim. Thread-safe.
 */
final class BreakingDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;
  private static final String AWAY = "08006";
  private static final String DEADLOCK = "40P01";

  /** Nothing is killed here but connections, so nothing can be lost; commits need not wait. */
  private static final String OPTIONS = "-c synchronous_commit=off";

  private final transient RandomGenerator random;
  private final transient Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicLong faults = new AtomicLong();
  private volatile double odds;

  BreakingDataSource(RandomGenerator random) {
    this.random = random;
    setOptions(OPTIONS);
  }

  /** From now on a statement meets a broken connection this often. */
  void setOdds(double odds) {
    this.odds = odds;
  }

  /** How often a connection broke, or a deadlock was met. */
  long faults() {
    return faults.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = idle.poll();
    if (real == null) {
      real = super.getConnection();
    }
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Breaking(real));
  }

  void closeIdle() throws SQLException {
    for (Connection real = idle.poll(); real != null; real = idle.poll()) {
      real.close();
    }
  }

  private boolean isDue() {
    return odds > 0 && random.nextDouble() < odds;
  }

  private final class Breaking implements InvocationHandler {

    private final Connection real;

    Breaking(Connection real) {
      this.real = real;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "prepareStatement" -> meetFault();
        case "commit" -> {
          meetFault();
          real.commit();
          breakIf(isDue());
          return null;
        }
        case "close" -> {
          giveBack();
          return null;
        }
        default -> {
          // Nothing else reaches the server
        }
      }
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void meetFault() throws SQLException {
      boolean due = isDue();
      if (due && random.nextInt(4) == 0) {
        faults.incrementAndGet();
        throw new SQLException("deadlock detected (by the test)", DEADLOCK);
      }
      breakIf(due);
    }

    /** The server has let go of the transaction when this throws, so that a seed repeats itself. */
    private void breakIf(boolean due) throws SQLException {
      if (due && !real.isClosed()) {
        faults.incrementAndGet();
        real.rollback();
        real.close();
        throw new SQLException("connection broken (by the test)", AWAY);
      }
    }

    private void giveBack() throws SQLException {
      if (!real.isClosed()) {
        idle.push(real);
      }
    }
  }
}
