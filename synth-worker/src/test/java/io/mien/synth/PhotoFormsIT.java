package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expressions of one photo in every form in which they can be asked for. */
class PhotoFormsIT {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 90;

  /** 16 pixels of the crop on 48 of the photo, from (40, 20) on. */
  private static final CropPlacement PLACE = new CropPlacement(3, 0, 40, 0, 3, 20);

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef checkpoint;
  private static ObjectRef crop;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    PrefixRef dataset =
        TinyDataset.publish(store, folder.resolve("dataset"), Map.of(Split.TEST, 1));
    checkpoint = TinyGenerator.publish(store, folder.resolve("checkpoint"), TinyDataset.LABELS);
    List<byte[]> crops = new ArrayList<>();
    PreparedDataset.open(store, dataset, folder)
        .forEachCrop(Split.TEST, each -> crops.add(each.png()));
    crop = store.put(Bucket.SYNTHESES, "crop.png", crops.get(0), "image/png");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aPastedFaceIsInThePhotoAndNothingElseChanged() throws Exception {
    RgbImage photo = photo();
    UprightPhoto into = new UprightPhoto(upload(photo), PLACE);

    SynthesisedImage image = synthesise(into, null).images().get(0);

    RgbImage pasted = Png.decode(store.read(image.image()));
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    assertThat(image.image().key()).endsWith("/images/sad.png");
    int changed = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inCrop = x >= 40 && x < 88 && y >= 20 && y < 68;
        if (pasted.at(x, y, 1) != photo.at(x, y, 1)) {
          assertThat(inCrop).as("%d, %d is in the crop", x, y).isTrue();
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(500);
    assertThat(PngTexts.of(store.read(image.image())))
        .containsEntry("expression", "sad")
        .containsEntry("source", crop.sha256())
        .containsEntry(
            "digitalSourceType",
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia");
  }

  @Test
  void anotherSizeAndFormatAreThoseThatWereAskedFor() throws Exception {
    ImagesSynthesised result = synthesise(null, new ImageForm(40, ImageFormat.JPEG, null));

    SynthesisedImage image = result.images().get(0);
    byte[] bytes = store.read(image.image());
    assertThat(bytes).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(image.image().key()).endsWith("/images/sad.jpg");
    assertThat(image.width()).isEqualTo(40);
    assertThat(Png.decode(bytes).width()).isEqualTo(40);
    RgbImage sheet = Png.decode(store.read(result.contactSheet()));
    assertThat(sheet.width()).as("the sheet shows crops").isEqualTo(2 * TinyDataset.SIZE);
  }

  @Test
  void halfTheIntensityLiesBetweenThePhotoAndTheFullExpression() throws Exception {
    RgbImage before = Png.decode(store.read(crop));
    RgbImage full = image(synthesise(null, null));

    RgbImage half = image(synthesise(null, new ImageForm(null, null, 0.5)));

    for (int i = 0; i < half.rgb().length; i += 7) {
      double middle = ((before.rgb()[i] & 0xFF) + (full.rgb()[i] & 0xFF)) / 2.0;
      assertThat(Math.abs((half.rgb()[i] & 0xFF) - middle)).isLessThanOrEqualTo(1);
    }
  }

  private RgbImage image(ImagesSynthesised result) {
    return Png.decode(store.read(result.images().get(0).image()));
  }

  private ImagesSynthesised synthesise(UprightPhoto into, ImageForm form) throws Exception {
    SynthesisePhoto task =
        new SynthesisePhoto(
            crop, checkpoint, List.of("sad"), null, List.of(), into, form, null, null);
    return (ImagesSynthesised) TestEngine.handle(store, work, new Attempt(task, store, work));
  }

  private static RgbImage photo() {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    new Random(5).nextBytes(rgb);
    return new RgbImage(WIDTH, HEIGHT, rgb);
  }

  private static ObjectRef upload(RgbImage photo) {
    return store.put(Bucket.SYNTHESES, "photo.png", Png.encode(photo), "image/png");
  }
}
