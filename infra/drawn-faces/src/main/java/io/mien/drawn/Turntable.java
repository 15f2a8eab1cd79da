package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.DepthLayer;
import io.mien.drawn.paint.Tone;

/**
 * Turns surfaces and takes their picture from far away: since they turn about a vertical axis, each
 * row of pixels is one slice, whatever the angle.
 */
final class Turntable {

  private static final double FAINTEST = .01;
  private static final double INSIDE = .55;

  private final DepthLayer layer;
  private final Meridian[] meridians;
  private final Vertex towardsNose;
  private final double unit;
  private final double furthest;

  private Turntable(DepthLayer layer, double yaw, double furthest) {
    this.layer = layer;
    this.meridians = Meridian.around(Math.max(240, layer.side() * 5 / 4));
    double radians = StrictMath.toRadians(yaw);
    this.towardsNose = new Vertex(StrictMath.sin(radians), StrictMath.cos(radians));
    this.unit = Brush.PICTURE / layer.side();
    this.furthest = furthest;
  }

  static Turntable whole(DepthLayer layer, double yaw) {
    return new Turntable(layer, yaw, Double.NEGATIVE_INFINITY);
  }

  /** Leaves out what lies behind the axis, seen from the camera. */
  static Turntable nearHalf(DepthLayer layer, double yaw) {
    return new Turntable(layer, yaw, 0);
  }

  void show(Surface surface, Cover cover, Lamp lamp) {
    int first = Math.max(0, (int) Math.floor(place(surface.top())));
    int last = Math.min(layer.side() - 1, (int) Math.floor(place(surface.bottom())));
    Slice above = slice(surface, first - 1);
    Slice here = slice(surface, first);
    for (int row = first; row <= last; row++) {
      Slice below = slice(surface, row + 1);
      for (int i = 0; i < meridians.length - 1; i++) {
        Facing facing = here.facing(i, above, below);
        if (surface.isOpen() || !facing.isAway()) {
          show(row, here, i, cover, facing.isAway() ? inside(lamp, facing) : outside(lamp, facing));
        }
      }
      above = here;
      here = below;
    }
  }

  /** What the light makes of a tone. */
  private interface Glow {
    Tone on(Tone tone);
  }

  private static Glow outside(Lamp lamp, Facing facing) {
    return tone -> lamp.on(tone, facing);
  }

  private static Glow inside(Lamp lamp, Facing facing) {
    return tone -> lamp.on(tone, facing.reversed()).darkened(INSIDE);
  }

  /** The pixels of a row between a meridian and the next. */
  private void show(int row, Slice slice, int from, Cover cover, Glow glow) {
    double start = place(slice.across()[from]) - .5;
    double end = place(slice.across()[from + 1]) - .5;
    int last = Math.min(layer.side() - 1, (int) Math.ceil(Math.max(start, end)) - 1);
    for (int column = Math.max(0, (int) Math.ceil(Math.min(start, end)));
        column <= last;
        column++) {
      double share = (column - start) / (end - start);
      double nearness = mix(slice.nearness()[from], slice.nearness()[from + 1], share);
      if (nearness >= furthest && !layer.isHidden(column, row, nearness)) {
        Meridian side = meridians[from].between(meridians[from + 1], share);
        Vertex point = slice.points()[from].between(slice.points()[from + 1], share);
        Tone tone = cover.at(point, slice.y(), side);
        if (tone.opacity() > FAINTEST) {
          layer.cover(column, row, nearness, glow.on(tone));
        }
      }
    }
  }

  private Slice slice(Surface surface, int row) {
    return Slice.of(surface, (row + .5) * unit - Brush.PICTURE / 2, meridians, towardsNose);
  }

  /** Pixels from the layer's edge. */
  private double place(double fromMiddle) {
    return (fromMiddle + Brush.PICTURE / 2) / unit;
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
