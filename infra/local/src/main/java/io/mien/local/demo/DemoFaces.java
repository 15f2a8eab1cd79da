package io.mien.local.demo;

import io.mien.cli.terminal.ProgressBar;
import io.mien.contracts.event.Progress;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.Layout;
import io.mien.drawn.Occasion;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Draws the demo's dataset: one picture of every person in every expression, taken in one session
 * as laboratories do.
 */
final class DemoFaces {

  private static final int SIZE = 160;

  /** Expressions that a person can tell apart at 64 pixels. */
  private static final double WEAKEST = 0.75;

  private final DemoRequest request;

  DemoFaces(DemoRequest request) {
    this.request = request;
  }

  /** Name of the dataset and of its directory; equal requests have equal names. */
  String name() {
    return "drawn-%d-people-seed-%d".formatted(request.people(), request.seed());
  }

  /** Draws what is not drawn yet and shows a progress bar. */
  Path draw(Path parent) throws IOException {
    Path directory = parent.resolve(name());
    boolean interactive = System.console() != null;
    long begun = System.nanoTime();
    DrawnDataset.of(request.people(), 1)
        .withSize(SIZE)
        .withSeed(request.seed())
        .withOccasion(Occasion.SESSION)
        .withIntensity(WEAKEST, 1)
        .write(
            directory,
            Layout.CSV_LEGEND,
            (done, total) -> {
              if (interactive && (done % 10 == 0 || done == total)) {
                show(done, total, begun);
              }
            });
    System.out.println((interactive ? "\r\u001b[2K" : "") + "✔ draw              " + directory);
    return directory;
  }

  private static void show(int done, int total, long begun) {
    double perSecond = done / Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
    System.out.print(
        "\r\u001b[2K▶ draw              "
            + ProgressBar.of(new Progress("draw faces", "faces", done, total, perSecond)));
    System.out.flush();
  }
}
