package io.mien.contracts.event;

/**
 * How far an attempt is.
 *
 * @param phase what is being done, in a word or two, for example {@code detect faces}
 * @param unit what is counted, for example {@code images} or {@code iterations}
 * @param done units finished, earlier attempts' kept work included
 * @param total units in all, 0 while unknown
 * @param perSecond current rate in units a second, 0 while unknown
 */
public record Progress(String phase, String unit, long done, long total, double perSecond) {

  public static final Progress NONE = new Progress("starting", "", 0, 0, 0);
}
