package io.mien.drawn.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/**
 * What the parts of a face are painted with. Lengths are in design units: a picture is 512 wide.
 */
public final class Brush implements AutoCloseable {

  /** Width and height of a picture in design units, whatever its size in pixels. */
  public static final double PICTURE = 512;

  private static final float[] FALL_OFF = {0f, .45f, 1f};

  private final Graphics2D graphics;

  private Brush(Graphics2D graphics) {
    this.graphics = graphics;
  }

  public static Brush on(BufferedImage paper) {
    Graphics2D graphics = paper.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(paper.getWidth() / PICTURE, paper.getHeight() / PICTURE);
    return new Brush(graphics);
  }

  /** From now on the origin is here, turned and scaled. */
  public void moveTo(double x, double y, double radians, double scale) {
    graphics.translate(x, y);
    graphics.rotate(radians);
    graphics.scale(scale, scale);
  }

  public void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  public void line(Shape shape, double width, Color colour) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setPaint(colour);
    graphics.draw(shape);
  }

  /** A soft elliptical spot: the opacity holds in the middle and fades to nothing at the rim. */
  public void dab(Spot spot, Pigment pigment, double opacity) {
    if (opacity <= 0 || spot.radiusX() <= 0 || spot.radiusY() <= 0) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    graphics.translate(spot.x(), spot.y());
    graphics.rotate(spot.tilt());
    graphics.scale(spot.radiusX(), spot.radiusY());
    Color[] shades = {pigment.glaze(opacity), pigment.glaze(opacity * .62), pigment.glaze(0)};
    graphics.setPaint(new RadialGradientPaint(new Point2D.Double(), 1f, FALL_OFF, shades));
    graphics.fill(new Ellipse2D.Double(-1, -1, 2, 2));
    graphics.setTransform(before);
  }

  /** Whatever the work paints, only what lies inside the shape stays. */
  public void within(Shape shape, Runnable work) {
    Shape before = graphics.getClip();
    graphics.clip(shape);
    work.run();
    graphics.setClip(before);
  }

  /** The work paints with the origin moved down and right. */
  public void shifted(double dx, double dy, Runnable work) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(dx, dy);
    work.run();
    graphics.setTransform(before);
  }

  /** The work paints narrower or wider, with the origin moved to the right. */
  public void squeezed(double dx, double factor, Runnable work) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(dx, 0);
    graphics.scale(factor, 1);
    work.run();
    graphics.setTransform(before);
  }

  /** Lays a picture of the usual width, in design units, with its middle on the origin. */
  public void lay(BufferedImage layer) {
    AffineTransform place = AffineTransform.getTranslateInstance(-PICTURE / 2, -PICTURE / 2);
    place.scale(PICTURE / layer.getWidth(), PICTURE / layer.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(layer, place, null);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
