package io.mien.ingest.layout.sequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which frames of a sequence show the expression that it is labelled with. */
final class FrameChoice {

  private static final double WINDOW_START = 0.25;
  private static final double WINDOW = 0.5;

  private FrameChoice() {}

  /**
   * Frames at equal distances over the second and third quarter, where the apex of a movement from
   * neutral and back lies; fewer when there are not so many.
   */
  static <T> List<T> aroundApex(List<T> frames, int most) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int i = 0; i < most; i++) {
      double place = most == 1 ? 0.5 : (double) i / (most - 1);
      double within = most == 1 ? 0.5 : WINDOW_START + WINDOW * place;
      chosen.add((int) Math.round(within * (frames.size() - 1)));
    }
    List<T> taken = new ArrayList<>();
    chosen.forEach(frame -> taken.add(frames.get(frame)));
    return taken;
  }

  /** The last frames of a movement that ends at its peak, and never the first of several. */
  static <T> List<T> peak(List<T> frames, int most) {
    int first = frames.size() == 1 ? 0 : Math.max(1, frames.size() - most);
    return frames.subList(first, frames.size());
  }
}
