package io.mien.local.demo;

/**
 * What the demo does.
 *
 * @param people how many people are drawn
 * @param preset preset of the run
 * @param seed of the drawn people
 */
record DemoRequest(int people, String preset, long seed) {

  DemoRequest {
    if (people < 10) {
      throw new IllegalArgumentException(
          "Draw "
              + people
              + " people: too few to learn from some and test on others; ask for at least 10.");
    }
  }
}
