package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Exposure;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Paints a person, an expression and a shot. A pure function: the same arguments give the same
 * picture (on one JDK to the pixel; other JDKs may rasterise edges a grey level apart).
 * Thread-safe.
 */
public final class FacePainter {

  private static final int OVERSAMPLING = 2;
  private static final int LARGEST_OVERSAMPLED = 400;
  private static final double FACE_BELOW_MIDDLE = 6;

  private static final List<Part> BEHIND = List.of(new HairBehind(), new Body(), new Ears());
  private static final List<Part> FACE =
      List.of(
          new Shading(),
          new EyeSockets(),
          new Nose(),
          new Wrinkles(),
          new Eyes(),
          new Brows(),
          new Freckles(),
          new BeardPart(),
          new Mouth());
  private static final List<Part> BEFORE = List.of(new HairFront(), new Glasses());

  private FacePainter() {}

  /**
   * @param size width and height in pixels, at least 16
   * @return a new picture of {@link BufferedImage#TYPE_INT_RGB}
   */
  public static BufferedImage paint(Identity identity, FacialAction action, Shot shot, int size) {
    if (size < 16) {
      throw new IllegalArgumentException(
          "Cannot paint person " + identity.seed() + " at " + size + " px: use 16 or more");
    }
    Sitting sitting = Sitting.of(identity, action, shot);
    int factor = size <= LARGEST_OVERSAMPLED ? OVERSAMPLING : 1;
    BufferedImage paper =
        new BufferedImage(size * factor, size * factor, BufferedImage.TYPE_INT_RGB);
    try (Brush brush = Brush.on(paper)) {
      draw(brush, sitting, paper.getWidth());
    }
    return exposure(sitting).of(paper, factor, shot.dice("noise"));
  }

  /** The middle of the head in the picture, in design units. */
  static double middleX(Shot shot) {
    return Brush.PICTURE / 2 + shot.placement().right();
  }

  static double middleY(Shot shot) {
    return Brush.PICTURE / 2 + FACE_BELOW_MIDDLE + shot.placement().down();
  }

  private static void draw(Brush brush, Sitting sitting, int side) {
    Shot shot = sitting.shot();
    new BackdropPart().paint(brush, sitting);
    brush.moveTo(
        middleX(shot),
        middleY(shot),
        StrictMath.toRadians(shot.pose().roll()),
        shot.placement().scale());
    if (shot.pose().isTurned()) {
      new TurnedHead(side).paint(brush, sitting);
      return;
    }
    BEHIND.forEach(part -> part.paint(brush, sitting));
    Head.paint(brush, sitting, () -> FACE.forEach(part -> part.paint(brush, sitting)));
    BEFORE.forEach(part -> part.paint(brush, sitting));
  }

  /** A photographer opens the aperture for dark skin. */
  private static Exposure exposure(Sitting sitting) {
    double darkness = Math.max(0, .55 - sitting.skin().base().luma());
    Shot shot = sitting.shot();
    return new Exposure(
        shot.light().exposure() * (1 + 1.15 * darkness), shot.grain().blur(), shot.grain().noise());
  }
}
