package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;

/**
 * A line of {@code items.jsonl} of generated faces.
 *
 * @param number of the face within its seed, from 0
 */
public record GeneratedFace(int number, ObjectRef image) {}
