package io.mien.testkit.process;

import java.util.Map;

/** What the test JVM may ask of one server. */
interface Orders extends AutoCloseable {

  /** First part of the path of every order. */
  String server();

  /**
   * @throws IllegalArgumentException if the order is unknown
   */
  Map<String, String> execute(String order, Map<String, String> arguments) throws Exception;

  @Override
  void close();
}
