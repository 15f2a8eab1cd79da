package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.object.StoredPhotos;
import io.mien.orchestrator.photo.PhotoCheck;
import io.mien.orchestrator.photo.PhotoSource;
import io.mien.orchestrator.photo.SentPhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that say which photo is meant: a file, or the key of one in the store.
 *
 * @param photo JPEG, PNG or still WebP
 * @param photoKey {@code s3://bucket/key} or {@code /v1/objects/bucket/key}
 * @param sha256 digest that the photo must have; any when absent
 */
public record PhotoForm(
    @RestForm("photo") @Schema(description = "JPEG, PNG or still WebP") @Nullable FileUpload photo,
    @RestForm("photoKey")
        @Schema(description = "Instead of photo: s3://bucket/key, or /v1/objects/bucket/key")
        @Nullable String photoKey,
    @RestForm("sha256") @Nullable String sha256) {

  /**
   * @throws InvalidInput {@code photo-empty}, {@code photo-too-large} or {@code bad-field}
   */
  PhotoSource source(StoredPhotos stored) {
    if (photoKey == null || photoKey.isBlank()) {
      return new SentPhoto(bytes(photo), sha256);
    }
    if (photo != null) {
      throw new InvalidInput(
          "bad-field", "The form has a file 'photo' and a 'photoKey'; send one of them.");
    }
    return stored.at(photoKey, sha256);
  }

  private static byte[] bytes(@Nullable FileUpload photo) {
    if (photo == null) {
      throw new InvalidInput(
          "photo-empty",
          "The form has no file 'photo'; send one as multipart/form-data, or name one as 'photoKey'.");
    }
    PhotoCheck.checkBytes(photo.size());
    try {
      return Files.readAllBytes(photo.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the uploaded photo.", e);
    }
  }
}
