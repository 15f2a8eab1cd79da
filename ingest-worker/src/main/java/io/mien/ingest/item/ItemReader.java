package io.mien.ingest.item;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.UprightPicture;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureRefused;
import io.mien.ingest.photo.PhotoProblem;
import io.mien.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes the photo of one item to its crop, exactly as a single photo is taken. Thread-safe.
 *
 * @param limits of photos; their bytes are held in memory
 * @param upright what makes the whole photos that are kept beside their crops; null to keep none
 * @param spool directory for crops and photos until they are packed
 */
record ItemReader(
    ItemPhotos photos,
    ImageLimits limits,
    CropRecipe recipe,
    @Nullable UprightPicture upright,
    Path spool) {

  /**
   * @throws io.mien.contracts.failure.Unavailable while the place of the photo cannot be reached
   * @throws io.mien.contracts.failure.InvalidInput when the recipe is none that we have
   */
  PreparedOutcome read(ListedItem item, FaceCropper cropper) {
    try {
      byte[] photo = bytes(PhotoAddress.of(item.photo()));
      String digest = Sha256.of(photo);
      checkDigest(item, digest);
      return keep(item, photo, digest, cropper.crops(photo, recipe, item.face()).get(0));
    } catch (PictureRefused e) {
      return refused(item, PhotoProblem.code(e), PhotoProblem.message(item.photo(), e));
    } catch (ItemRefused e) {
      return refused(item, e.code(), e.message());
    }
  }

  private byte[] bytes(PhotoAddress address) {
    try {
      return photos.read(address, limits);
    } catch (IOException e) {
      if (PhotoFiles.tellsOfNone(e)) {
        throw ItemPhotos.missing(address, "is not there");
      }
      throw new PictureRefused(
          Rejection.Code.UNREADABLE, "the file cannot be read: " + e.getMessage());
    }
  }

  private static void checkDigest(ListedItem item, String found) {
    if (item.sha256() != null && !item.sha256().equals(found)) {
      throw new ItemRefused(
          "wrong-hash",
          "Photo %s has the SHA-256 %s, not %s as the item says. Send the photo that is meant, or leave sha256 out."
              .formatted(item.photo(), found, item.sha256()));
    }
  }

  private PreparedOutcome keep(ListedItem item, byte[] photo, String digest, FaceCrop crop) {
    PreparedItem prepared =
        new PreparedItem(
            item.line(),
            item.customId(),
            digest,
            crop.box(),
            item.group(),
            item.labels(),
            item.holds(),
            upright == null ? null : crop.placement());
    try {
      Path png = Files.write(spool.resolve(prepared.cropName()), crop.png());
      Path whole =
          upright == null
              ? null
              : Files.write(spool.resolve("photo-" + prepared.cropName()), upright.png(photo));
      return new PreparedOutcome.Cropped(prepared, png, whole);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the crop of " + item.photo(), e);
    }
  }

  private static PreparedOutcome refused(ListedItem item, String code, String message) {
    return new PreparedOutcome.Refused(new FailedItem(item.line(), item.customId(), code, message));
  }
}
