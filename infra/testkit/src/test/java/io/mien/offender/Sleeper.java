package io.mien.offender;

/** Waits by guessing. */
public final class Sleeper {

  public void waitABit() throws InterruptedException {
    Thread.sleep(1);
  }
}
