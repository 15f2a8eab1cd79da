package io.mien.contracts.result;

import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.object.ObjectRef;

/**
 * @param crop square PNG of the checkpoint's size
 */
public record PhotoPrepared(ObjectRef crop, FaceBox box) implements TaskResult {}
