package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;

/**
 * {@code faces.json}: describes generated faces and, being written last, makes them exist.
 *
 * @param checkpoint what generated the faces
 * @param items JSON lines, one {@link GeneratedFace} for each image
 */
public record FacesManifest(PrefixRef checkpoint, long seed, int count, ObjectRef items) {}
