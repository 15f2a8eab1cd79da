package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;

/**
 * @param faces where the images lie; its manifest is {@code faces.json}
 * @param contactSheet the first of them side by side
 */
public record FacesGenerated(PrefixRef faces, long seed, int count, ObjectRef contactSheet)
    implements TaskResult {}
