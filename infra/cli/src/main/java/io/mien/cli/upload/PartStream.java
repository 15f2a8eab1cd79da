package io.mien.cli.upload;

import java.io.OutputStream;

/** Cuts what is written into parts of one size, of which the last may be smaller. */
public final class PartStream extends OutputStream {

  private final byte[] part;
  private final PartTarget target;
  private int length;
  private int number = 1;

  public PartStream(int partBytes, PartTarget target) {
    this.part = new byte[partBytes];
    this.target = target;
  }

  /** Takes the parts one after the other. */
  @FunctionalInterface
  public interface PartTarget {

    /**
     * @param number from 1
     * @param content only valid during the call
     */
    void put(int number, byte[] content, int length);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int count) {
    int done = 0;
    while (done < count) {
      int taken = Math.min(count - done, part.length - length);
      System.arraycopy(content, offset + done, part, length, taken);
      length += taken;
      done += taken;
      if (length == part.length) {
        put();
      }
    }
  }

  /** Puts the last part; called when everything was written, and not when something failed. */
  public void finish() {
    if (length > 0) {
      put();
    }
  }

  private void put() {
    target.put(number, part, length);
    number++;
    length = 0;
  }
}
