package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;

/** The outline of the head, within which the features of the face are painted. */
final class Head {

  private Head() {}

  static void paint(Brush brush, Sitting sitting, Runnable features) {
    Path2D outline = outline(sitting);
    brush.fill(outline, sitting.skin().base().opaque());
    brush.within(outline, features);
    brush.line(outline, 1.6, sitting.skin().shade().glaze(.40));
  }

  static Path2D outline(Sitting sitting) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double jaw = sitting.identity().bones().skull().jaw();
    double chin = sitting.identity().bones().skull().chin();
    return Outline.from(0, -h * .98)
        .curve(w * .62, -h * .98, w * 1.02, -h * .62, w, -h * .05)
        .curve(w * .99, h * .30, w * (jaw + .06), h * .62, w * (chin + .26), h * .87)
        .curve(w * (chin + .06), h, w * .12, h * 1.01, 0, h * 1.01)
        .curve(-w * .12, h * 1.01, -w * (chin + .06), h, -w * (chin + .26), h * .87)
        .curve(-w * (jaw + .06), h * .62, -w * .99, h * .30, -w, -h * .05)
        .curve(-w * 1.02, -h * .62, -w * .62, -h * .98, 0, -h * .98)
        .closed();
  }
}
