package io.mien.drawn;

import static io.mien.drawn.ActionUnit.GAZE_DOWN;
import static io.mien.drawn.ActionUnit.GAZE_SIDE;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Eyeballs, lids and lashes. */
final class Eyes implements Part {

  private static final Pigment LASHES = Pigment.of(0x1A0F0A);
  private static final Pigment TEAR_DUCT = Pigment.of(0xC97A70);
  private static final Pigment SCLERA = Pigment.of(0xEDE8E4);
  private static final Pigment PUPIL = Pigment.of(0x090606);
  private static final double IRIS = 12.2;
  private static final double PUPIL_RADIUS = 5.2;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    for (int side : SIDES) {
      EyeOpening eye = EyeOpening.of(sitting, side);
      Spot lid = Spot.at(eye.x(), eye.y() - eye.lids().rise() - 3, eye.width() * 1.15, 11);
      brush.dab(lid, sitting.skin().base().times(.78), .55);
      brush.within(eye.gap(), () -> eyeball(brush, sitting, eye));
      lids(brush, sitting, eye);
    }
  }

  private static void eyeball(Brush brush, Sitting sitting, EyeOpening eye) {
    // a sclera brighter than the cheeks is what detectors take for no face at all
    double bright = Math.min(1, .36 + .74 * sitting.skin().base().luma());
    brush.fill(eye.gap(), SCLERA.times(bright).opaque());
    brush.dab(Spot.at(eye.innerX(), eye.innerY(), 9, 8), TEAR_DUCT, .55);
    double rise = eye.lids().rise();
    double x = eye.x() + sitting.unit(GAZE_SIDE) * 5 + sitting.marks().turn() * 12;
    double y = eye.y() - rise * .05 + sitting.unit(GAZE_DOWN) * 5;
    iris(brush, sitting.identity().complexion().iris(), x, y);
    float lidEdge = (float) (eye.y() - rise * 1.1);
    brush.fill(
        new Rectangle2D.Double(
            eye.x() - eye.width() * 1.2, lidEdge - 6, eye.width() * 2.4, rise + 9),
        new GradientPaint(
            0,
            lidEdge,
            Pigment.BLACK.glaze(.58),
            0,
            (float) (eye.y() - rise * .15),
            Pigment.BLACK.glaze(0)));
    brush.fill(
        new Ellipse2D.Double(x + sitting.lightSide() * 4 - 3.2, y - 6.4, 4.8, 4.8),
        Pigment.WHITE.glaze(.88));
  }

  private static void iris(Brush brush, Pigment iris, double x, double y) {
    Color[] rings = {
      iris.times(1.5).opaque(), iris.times(1.15).opaque(), iris.opaque(), iris.times(.30).opaque()
    };
    brush.fill(
        new Ellipse2D.Double(x - IRIS, y - IRIS, 2 * IRIS, 2 * IRIS),
        new RadialGradientPaint(
            new Point2D.Double(x, y), (float) IRIS, new float[] {0f, .35f, .80f, 1f}, rings));
    brush.fill(
        new Ellipse2D.Double(
            x - PUPIL_RADIUS, y - PUPIL_RADIUS, 2 * PUPIL_RADIUS, 2 * PUPIL_RADIUS),
        PUPIL.opaque());
  }

  private static void lids(Brush brush, Sitting sitting, EyeOpening eye) {
    boolean female = sitting.identity().gender() == Gender.FEMALE;
    Pigment shade = sitting.skin().shade();
    double out = eye.side();
    brush.line(eye.upperLid(0), female ? 4.4 : 3.2, LASHES.glaze(.92));
    if (female) {
      brush.line(
          Outline.from(eye.outerX() - out * 3, eye.outerY() - 1)
              .bend(
                  eye.outerX() + out * 4,
                  eye.outerY() - 3,
                  eye.outerX() + out * 7,
                  eye.outerY() - 7)
              .open(),
          2.4,
          LASHES.glaze(.80));
    }
    brush.line(eye.lowerLid(), 1.5, shade.times(.7).glaze(.70));
    brush.line(eye.upperLid(7), 1.7, shade.glaze(.60));
    if (eye.lids().tight() > .15) {
      double y = eye.y() + eye.lids().sink();
      brush.line(
          Outline.from(eye.innerX() + out * 4, y + 6)
              .bend(eye.x(), y + 12, eye.outerX() - out * 4, y + 5)
              .open(),
          1.8,
          shade.glaze(Math.min(.6, .5 * eye.lids().tight())));
    }
  }
}
