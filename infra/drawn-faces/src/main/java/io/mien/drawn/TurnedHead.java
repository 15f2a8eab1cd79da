package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.DepthLayer;
import io.mien.drawn.paint.Pigment;

/**
 * Paints somebody whose head is turned further than the drawing from the front allows: the head is
 * a solid, covered with drawings from the front and from the side, that is turned and lit.
 */
final class TurnedHead implements Part {

  private static final double SKIN_GLOSS = .9;
  private static final double HAIR_GLOSS = 1.2;
  private static final Pigment HAIR_SHADOW = new Pigment(.40, .40, .42);

  private final int side;

  /**
   * @param side of the paper, in pixels
   */
  TurnedHead(int side) {
    this.side = side;
  }

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Sitting upright = Sitting.of(sitting.identity(), sitting.action(), sitting.shot().upright());
    double yaw = sitting.shot().pose().yaw();
    HairStyle style = sitting.identity().grooming().hairStyle();
    Scene scene = new Scene(upright, sitting.shot().light(), side);
    double back = -StrictMath.sin(StrictMath.toRadians(yaw)) * sitting.marks().halfWidth();
    brush.squeezed(back * .18, 1, () -> HairBehind.bunch(brush, upright, style));
    if (HairCut.of(style).falls()) {
      DepthLayer behind = new DepthLayer(side);
      scene.fallingHair(Turntable.whole(behind, yaw));
      brush.lay(behind.image());
    }
    new TurnedBody().paint(brush, sitting);
    brush.lay(scene.head(yaw).image());
  }

  /** The surfaces of a head and what they are covered with. */
  private static final class Scene {

    private final Sitting sitting;
    private final Light light;
    private final int side;
    private final HeadForm form;
    private final HairCut cut;
    private final FrontDrawing front;
    private final SideDrawing beside;

    Scene(Sitting sitting, Light light, int side) {
      this.sitting = sitting;
      this.light = light;
      this.side = side;
      this.form = new HeadForm(sitting);
      this.cut = HairCut.of(sitting.identity().grooming().hairStyle());
      this.front = new FrontDrawing(sitting, side);
      this.beside = new SideDrawing(sitting, side);
    }

    DepthLayer head(double yaw) {
      DepthLayer layer = new DepthLayer(side);
      Turntable table = Turntable.whole(layer, yaw);
      Cover skin = Cover.of(front.skin(), beside.skin());
      table.show(new HeadSurface(form, sitting), skin, skinLamp());
      if (sitting.identity().grooming().hairStyle() != HairStyle.BALD) {
        Cover hair = Cover.of(front.hair(cut), beside.hair(cut));
        table.show(new HairSurface(form, cut), hair, hairLamp());
      }
      if (cut.falls()) {
        fallingHair(Turntable.nearHalf(layer, yaw));
      }
      if (sitting.identity().grooming().glasses()) {
        Cover glasses = Cover.of(front.glasses(), beside.glasses());
        table.show(new GlassesSurface(form, sitting), glasses, hairLamp());
      }
      return layer;
    }

    void fallingHair(Turntable table) {
      Cover falling = Cover.of(beside.fallingHair(cut));
      table.show(new FallingHair(form, cut), falling, hairLamp());
    }

    private Lamp skinLamp() {
      Skin skin = sitting.skin();
      Pigment shadow =
          new Pigment(
              skin.shade().red() / skin.base().red(),
              skin.shade().green() / skin.base().green(),
              skin.shade().blue() / skin.base().blue());
      return Lamp.of(light, shadow, SKIN_GLOSS);
    }

    private Lamp hairLamp() {
      return Lamp.of(light, HAIR_SHADOW, HAIR_GLOSS);
    }
  }
}
