package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Spot;

/** The hollows of the eyes: the broad dark band that face detectors look for. */
final class EyeSockets implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Landmarks marks = sitting.marks();
    Skin skin = sitting.skin();
    double eyes = marks.eyes();
    double deep = skin.relief();
    double age = sitting.identity().ageing();
    for (int side : SIDES) {
      double x = marks.x(side * sitting.identity().bones().eyes().spacing());
      brush.dab(Spot.at(x, eyes - 3, 46, 32), skin.shade(), .50 * deep);
      brush.dab(Spot.at(x - side * 20, eyes - 5, 21, 26), skin.shade(), .36 * deep);
      brush.dab(
          Spot.at(x, eyes + 20, 36, 12), skin.shade(), .10 + .16 * age + .16 * (deep - 1) * 2);
      brush.dab(Spot.at(x + side * 6, eyes - 21, 24, 7), skin.light(), .22);
    }
  }
}
