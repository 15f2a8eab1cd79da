package io.mien.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo whose crop is to be pasted back. */
class PhotoPlacementIT {

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.2, true);

  private static MinioObjectStore store;
  private static CropperPool croppers;

  @TempDir Path work;

  @BeforeAll
  static void open() {
    TestObjectStore server = TestServers.objectStore();
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                server.endpoint(),
                server.accessKey(),
                server.secretKey(),
                server.freshNamespace()));
    store.createBuckets();
    OpenCv.load(2L << 30, 2);
    croppers = new CropperPool(() -> new OpenCvFaceCropper(new PictureDecoder(Ingesting.LIMITS)));
  }

  @AfterAll
  static void close() {
    croppers.close();
    store.close();
  }

  @Test
  void theWholePhotoIsKeptAndTheCropLiesInItWhereItsPlacementSays() throws IOException {
    // Given a tilted face in a photo so large that it is searched at half its size
    ObjectRef photo = upload(MixedDataset.encode(tiltedFaceInALargePhoto(), "jpg"));

    PhotoPrepared prepared = prepare(photo, ImageOutput.PASTED);

    BufferedImage whole = read(prepared.photo().image());
    BufferedImage crop = read(prepared.crop());
    assertThat(whole.getWidth()).isEqualTo(3300);
    assertThat(whole.getHeight()).isEqualTo(2200);
    assertThat(prepared.photo().image().key()).endsWith("/photo.png");
    assertThat(prepared.box().rollDegrees()).as("roll").isNotZero();
    assertThat(difference(crop, whole, prepared.photo().placement())).isLessThan(4.0);
  }

  @Test
  void aPhotoOfWhichOnlyTheCropIsWantedIsNotKept() throws IOException {
    ObjectRef photo = upload(MixedDataset.encode(MixedDataset.stranger().render(160), "png"));

    PhotoPrepared prepared = prepare(photo, ImageOutput.CROP);

    assertThat(prepared.photo()).isNull();
  }

  private PhotoPrepared prepare(ObjectRef photo, ImageOutput output) throws IOException {
    PreparePhoto task = new PreparePhoto(photo, RECIPE, FaceChoice.PROMINENT, output);
    return (PhotoPrepared)
        Ingesting.handler(store, croppers, 1, 1000).handle(new Attempt(task, store, work));
  }

  private static BufferedImage tiltedFaceInALargePhoto() {
    BufferedImage photo = new BufferedImage(3300, 2200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(new Color(120, 125, 130));
    graphics.fillRect(0, 0, 3300, 2200);
    AffineTransform turned = AffineTransform.getTranslateInstance(1100, 300);
    turned.rotate(Math.toRadians(8), 600, 600);
    graphics.drawImage(MixedDataset.stranger().render(1200), turned, null);
    graphics.dispose();
    return photo;
  }

  /** Mean difference of a crop's pixels and the average of the photo under each. */
  private static double difference(
      BufferedImage crop, BufferedImage photo, CropPlacement placement) {
    double sum = 0;
    for (int v = 0; v < crop.getHeight(); v++) {
      for (int u = 0; u < crop.getWidth(); u++) {
        sum += Math.abs(green(crop.getRGB(u, v)) - average(photo, placement, u, v));
      }
    }
    return sum / crop.getWidth() / crop.getHeight();
  }

  private static double average(BufferedImage photo, CropPlacement placement, int u, int v) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      double x = placement.x(u + (i % 8 + 0.5) / 8, v + (i / 8 + 0.5) / 8);
      double y = placement.y(u + (i % 8 + 0.5) / 8, v + (i / 8 + 0.5) / 8);
      int column = (int) Math.max(0, Math.min(photo.getWidth() - 1, x));
      int row = (int) Math.max(0, Math.min(photo.getHeight() - 1, y));
      sum += green(photo.getRGB(column, row));
    }
    return sum / 64;
  }

  private static int green(int rgb) {
    return rgb >> 8 & 0xFF;
  }

  private static BufferedImage read(ObjectRef image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(store.read(image)));
  }

  private static ObjectRef upload(byte[] photo) {
    return store.put(
        Bucket.SYNTHESES, "uploads/" + photo.length + "/photo", photo, "application/octet-stream");
  }
}
