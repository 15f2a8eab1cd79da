package io.mien.drawn;

import io.mien.drawn.HairSheet.Strand;
import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/** Combs a sheet of hair: many thin lines that give it direction, shine and a soft edge. */
final class Strands {

  private static final int COMBED = 190;
  private static final int TUFTS = 150;
  private static final int CURLS = 150;
  private static final int STUBBLE = 320;
  private static final int FALLING = 60;
  private static final double SIDE_PARTING = .70;

  private final Brush brush;
  private final HairTint tint;
  private final Dice dice;

  Strands(Brush brush, HairTint tint, Dice dice) {
    this.brush = brush;
    this.tint = tint;
    this.dice = dice;
  }

  void comb(HairSheet sheet, HairCut.Flow flow) {
    switch (flow) {
      case CROPPED -> repeat(STUBBLE, () -> bristle(sheet));
      case CURLS -> {
        repeat(TUFTS, () -> tuft(sheet));
        repeat(CURLS, () -> curl(sheet));
      }
      case PARTED -> repeat(COMBED, () -> draw(sheet, fromParting(SIDE_PARTING)));
      case CENTRE_PARTED -> repeat(COMBED, () -> draw(sheet, fromParting(.5)));
      case BACK -> repeat(COMBED, () -> draw(sheet, back()));
      case FORWARD -> repeat(COMBED, () -> draw(sheet, forward()));
    }
  }

  /** A sheet that hangs down, with strands that swing. */
  void curtain(HairSheet sheet, Pigment hair, double wave) {
    curtain(sheet, hair.times(.72), wave, FALLING);
  }

  void curtain(HairSheet sheet, Pigment ground, double wave, int strands) {
    brush.fill(sheet.outline(), ground.opaque());
    repeat(strands, () -> draw(sheet, hanging(wave)));
  }

  private Strand fromParting(double parting) {
    double across = dice.between(-.03, 1.005);
    double start = parting + dice.gaussian(.012);
    double end =
        dice.chance(parting)
            ? dice.between(0, parting * .6)
            : dice.between(parting + (1 - parting) * .5, 1);
    return Strand.straight(start, across, end, across + dice.gaussian(.07));
  }

  private Strand back() {
    double along = dice.between(.02, .98);
    double end = along + (along - .5) * .14 + dice.gaussian(.02);
    return Strand.straight(along, dice.between(-.05, .3), end, dice.between(.75, 1.01));
  }

  private Strand forward() {
    double along = dice.between(.02, .98);
    double end = along + dice.gaussian(.015);
    return Strand.straight(
        .5 + (along - .5) * .85, dice.between(.7, 1), end, dice.between(-.13, .05));
  }

  private Strand hanging(double wave) {
    double across = dice.between(-.04, 1.04);
    double phase = across * 3 + dice.gaussian(.4);
    return new Strand(
        dice.between(0, .35),
        across,
        dice.between(.8, 1),
        across + dice.gaussian(.06),
        wave,
        phase);
  }

  private void draw(HairSheet sheet, Strand strand) {
    double width = dice.between(.9, 2.6);
    double along = (strand.along() + strand.alongEnd()) / 2;
    brush.line(sheet.strand(strand), width, tint.strand(strand.across(), along, dice).glaze(.42));
  }

  private void bristle(HairSheet sheet) {
    double along = dice.between(0, 1);
    double across = dice.between(-.06, 1);
    Strand strand = Strand.straight(along, across, along + dice.gaussian(.006), across + .09);
    brush.line(sheet.strand(strand), 1.4, tint.strand(across, along, dice).glaze(.40));
  }

  /** A clump of curls; those on the rim make the outline bumpy. */
  private void tuft(HairSheet sheet) {
    double along = dice.between(0, 1);
    double across = dice.chance(.4) ? dice.between(.93, 1.0) : dice.between(.06, 1);
    Point2D at = sheet.at(along, across);
    double size = dice.between(6, 11);
    brush.fill(
        new Ellipse2D.Double(at.getX() - size, at.getY() - size, 2 * size, 2 * size),
        tint.strand(across, along, dice).times(.9).glaze(.75));
  }

  private void curl(HairSheet sheet) {
    double along = dice.between(.02, .98);
    double across = dice.between(.03, 1);
    Point2D at = sheet.at(along, across);
    double size = dice.between(8, 17) * (1.1 - .35 * across);
    Arc2D arc =
        new Arc2D.Double(
            at.getX() - size / 2,
            at.getY() - size / 2,
            size,
            size * dice.between(.7, 1),
            dice.between(0, 360),
            dice.between(150, 300),
            Arc2D.OPEN);
    brush.line(arc, dice.between(1.6, 3.6), tint.strand(across, along, dice).glaze(.50));
  }

  private static void repeat(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }
}
