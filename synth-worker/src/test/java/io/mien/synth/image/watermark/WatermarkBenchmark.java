package io.mien.synth.image.watermark;

import io.mien.contracts.result.Rate;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * What the watermark costs and survives, on the middle squares of a folder's pictures:
 *
 * <pre>WatermarkBenchmark FOLDER SIDE [SHEET.png]</pre>
 *
 * <p>Bit errors are given before the code (256 bits) and after it (58); intervals count pictures.
 */
final class WatermarkBenchmark {

  private final WatermarkWriter writer = new WatermarkWriter();
  private final WatermarkReader reader = new WatermarkReader();
  private final Random random = new Random(1);
  private final List<RgbImage> faces = new ArrayList<>();
  private final List<RgbImage> marked = new ArrayList<>();
  private final List<WatermarkPayload> payloads = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    int side = Integer.parseInt(arguments[1]);
    WatermarkBenchmark benchmark = new WatermarkBenchmark();
    benchmark.read(Path.of(arguments[0]), side);
    benchmark.mark(side);
    benchmark.treatments(side).forEach(benchmark::report);
    benchmark.crops(side);
    benchmark.unmarked();
    if (arguments.length > 2) {
      benchmark.draw(Path.of(arguments[2]));
    }
  }

  private void read(Path folder, int side) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files =
          found.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g)")).sorted().toList();
    }
    for (Path file : files) {
      BufferedImage photo = ImageIO.read(file.toFile());
      if (photo == null) {
        System.out.println("left out, since Java cannot read it: " + file.getFileName());
        continue;
      }
      int square = Math.min(photo.getWidth(), photo.getHeight());
      int left = (photo.getWidth() - square) / 2;
      int top = (photo.getHeight() - square) / 2;
      Image small =
          photo
              .getSubimage(left, top, square, square)
              .getScaledInstance(side, side, Image.SCALE_AREA_AVERAGING);
      BufferedImage face = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      face.createGraphics().drawImage(small, 0, 0, null);
      faces.add(RgbImage.of(face));
    }
  }

  private void mark(int side) {
    double psnr = 0;
    double ssim = 0;
    long nanos = 0;
    for (RgbImage face : faces) {
      WatermarkPayload payload =
          new WatermarkPayload(random.nextInt(1 << 16), random.nextInt(1 << 16));
      long start = System.nanoTime();
      RgbImage with = writer.mark(face, payload);
      nanos += System.nanoTime() - start;
      payloads.add(payload);
      marked.add(with);
      psnr += Similarity.psnr(face, with) / faces.size();
      ssim += Similarity.ssim(face, with) / faces.size();
    }
    System.out.printf(
        Locale.ROOT,
        "%d pictures of %d pixels: PSNR %.1f dB, SSIM %.4f, %.1f ms to mark one%n",
        faces.size(),
        side,
        psnr,
        ssim,
        nanos / 1e6 / faces.size());
  }

  private Map<String, UnaryOperator<RgbImage>> treatments(int side) {
    Map<String, UnaryOperator<RgbImage>> treatments = new LinkedHashMap<>();
    treatments.put("none", UnaryOperator.identity());
    treatments.put("JPEG 75", image -> Treatment.jpeg(image, 75));
    treatments.put("JPEG 50", image -> Treatment.jpeg(image, 50));
    treatments.put("JPEG 30", image -> Treatment.jpeg(image, 30));
    treatments.put("75 % and back", image -> Treatment.resizedAndBack(image, side * 3 / 4));
    treatments.put("50 % and back", image -> Treatment.resizedAndBack(image, side / 2));
    treatments.put("50 %, left so", image -> Treatment.resized(image, side / 2));
    treatments.put(
        "50 % and back, JPEG 75",
        image -> Treatment.jpeg(Treatment.resizedAndBack(image, side / 2), 75));
    treatments.put("brighter by a tenth", image -> Treatment.contrast(image, 1.1));
    return treatments;
  }

  private void report(String name, UnaryOperator<RgbImage> treatment) {
    double[] raw = new double[marked.size()];
    double[] decoded = new double[marked.size()];
    int read = 0;
    for (int i = 0; i < raw.length; i++) {
      long message = payloads.get(i).message();
      RgbImage image = treatment.apply(marked.get(i));
      double[] received = reader.received(Plane.brightness(image, WatermarkGrid.SIDE), 0, 0);
      int[] coded = ConvolutionalCode.encode(message);
      for (int bit = 0; bit < coded.length; bit++) {
        raw[i] += received[bit] * coded[bit] <= 0 ? 1.0 / coded.length : 0;
      }
      decoded[i] =
          (double) Long.bitCount(ConvolutionalCode.decode(received) ^ message)
              / WatermarkPayload.BITS;
      read += isRight(reader.read(image), i) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s |%n",
        name,
        percent(raw),
        percent(decoded),
        percent(Rate.of(read, raw.length)));
  }

  private void crops(int side) {
    int part = side * 9 / 10;
    int read = 0;
    int readAgain = 0;
    int wrong = 0;
    long start = System.nanoTime();
    for (int i = 0; i < marked.size(); i++) {
      int left = random.nextInt(side - part + 1);
      int top = random.nextInt(side - part + 1);
      RgbImage crop = Treatment.part(marked.get(i), left, top, part);
      RgbImage again = Treatment.jpeg(Treatment.resized(crop, side), 75);
      Optional<FoundWatermark> found = reader.search(crop);
      Optional<FoundWatermark> foundAgain = reader.search(again);
      read += isRight(found, i) ? 1 : 0;
      readAgain += isRight(foundAgain, i) ? 1 : 0;
      wrong += found.isPresent() && !isRight(found, i) ? 1 : 0;
      wrong += foundAgain.isPresent() && !isRight(foundAgain, i) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| cropped to 90 %% of each side | | | %s |%n| the same, resized back, JPEG 75 | | | %s |%nwrong payloads: %d; %.0f ms a search%n",
        percent(Rate.of(read, marked.size())),
        percent(Rate.of(readAgain, marked.size())),
        wrong,
        (System.nanoTime() - start) / 2e6 / marked.size());
  }

  private void unmarked() {
    int found = 0;
    long start = System.nanoTime();
    for (RgbImage face : faces) {
      found += reader.search(face).isPresent() ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "watermarks found in unmarked pictures: %s; %.0f ms a search%n",
        percent(Rate.of(found, faces.size())),
        (System.nanoTime() - start) / 1e6 / faces.size());
  }

  /** Five faces, above as they were, below marked. */
  private void draw(Path file) throws IOException {
    int side = faces.get(0).width();
    BufferedImage sheet = new BufferedImage(5 * side, 2 * side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 5; i++) {
      int face = i * faces.size() / 5;
      sheet.createGraphics().drawImage(faces.get(face).toBufferedImage(), i * side, 0, null);
      sheet.createGraphics().drawImage(marked.get(face).toBufferedImage(), i * side, side, null);
    }
    Files.write(file, Png.encode(RgbImage.of(sheet)));
  }

  private boolean isRight(Optional<FoundWatermark> found, int index) {
    return found.map(FoundWatermark::payload).filter(payloads.get(index)::equals).isPresent();
  }

  private static String percent(double[] shares) {
    double mean = 0;
    double square = 0;
    for (double share : shares) {
      mean += share / shares.length;
      square += share * share / shares.length;
    }
    double half = 1.96 * Math.sqrt(Math.max(0, square - mean * mean) / shares.length);
    return String.format(Locale.ROOT, "%.2f %% ± %.2f", 100 * mean, 100 * half);
  }

  private static String percent(Rate rate) {
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %% (%.1f to %.1f)",
        rate.hits(),
        rate.total(),
        100 * rate.value(),
        100 * rate.low(),
        100 * rate.high());
  }
}
