package io.mien.ingest.pack.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.image.PictureRefused;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.pack.SheetRow;
import io.mien.ingest.pack.SheetTile;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Contact sheets with OpenCV's own letters, so that a machine without fonts can draw them. */
public final class OpenCvContactSheet implements ContactSheet {

  private static final int COLUMNS = 12;
  private static final int TILE = 96;
  private static final int GAP = 6;
  private static final int CAPTION = 14;
  private static final int TITLE = 26;
  private static final double CAPTION_SIZE = 0.32;
  private static final double TITLE_SIZE = 0.5;
  private static final int LONGEST_CAPTION = 16;
  private static final Scalar WHITE = Scalar.all(255);
  private static final Scalar LIGHT_GREY = Scalar.all(225);
  private static final Scalar DARK_GREY = Scalar.all(60);

  private final PictureDecoder decoder;

  public OpenCvContactSheet(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public byte[] draw(List<SheetRow> rows) {
    try (PointerScope scope = new PointerScope()) {
      int height = GAP + rows.stream().mapToInt(OpenCvContactSheet::heightOf).sum();
      Mat sheet = new Mat(height, COLUMNS * (TILE + GAP) + GAP, CV_8UC3, WHITE);
      int top = GAP;
      for (SheetRow row : rows) {
        draw(sheet, row, top);
        top += heightOf(row);
      }
      BytePointer encoded = new BytePointer();
      imencode(".png", sheet, encoded);
      byte[] png = new byte[(int) encoded.limit()];
      encoded.get(png);
      return png;
    }
  }

  private void draw(Mat sheet, SheetRow row, int top) {
    write(sheet, row.title(), new Point(GAP, top + TITLE - 2 * GAP), TITLE_SIZE);
    for (int i = 0; i < row.tiles().size(); i++) {
      int x = GAP + i % COLUMNS * (TILE + GAP);
      int y = top + TITLE + i / COLUMNS * (TILE + CAPTION + GAP);
      try (PointerScope scope = new PointerScope()) {
        draw(sheet, row.tiles().get(i), x, y);
      }
    }
  }

  private void draw(Mat sheet, SheetTile tile, int x, int y) {
    new Mat(sheet, new Rect(x, y, TILE, TILE)).put(LIGHT_GREY);
    picture(tile, sheet, x, y);
    String caption = tile.caption();
    String shown = caption.substring(0, Math.min(LONGEST_CAPTION, caption.length()));
    write(sheet, shown, new Point(x, y + TILE + CAPTION - 4), CAPTION_SIZE);
  }

  /** Scaled to fit, in the middle of the tile. */
  private void picture(SheetTile tile, Mat sheet, int x, int y) {
    try {
      Mat bgr = decoder.decode(tile.picture()).bgr();
      double scale = (double) TILE / Math.max(bgr.cols(), bgr.rows());
      int width = Math.max(1, (int) Math.round(bgr.cols() * scale));
      int height = Math.max(1, (int) Math.round(bgr.rows() * scale));
      Mat scaled = new Mat();
      resize(bgr, scaled, new Size(width, height), 0, 0, INTER_AREA);
      int left = x + (TILE - width) / 2;
      int top = y + (TILE - height) / 2;
      scaled.copyTo(new Mat(sheet, new Rect(left, top, width, height)));
    } catch (PictureRefused | IOException e) {
      write(sheet, "cannot show", new Point(x + GAP, y + TILE / 2), CAPTION_SIZE);
    }
  }

  private static void write(Mat sheet, String text, Point at, double size) {
    putText(sheet, text, at, FONT_HERSHEY_SIMPLEX, size, DARK_GREY, 1, LINE_AA, false);
  }

  private static int heightOf(SheetRow row) {
    int lines = (row.tiles().size() + COLUMNS - 1) / COLUMNS;
    return TITLE + lines * (TILE + CAPTION + GAP) + GAP;
  }
}
