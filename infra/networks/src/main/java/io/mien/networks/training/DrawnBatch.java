package io.mien.networks.training;

import io.mien.networks.label.HeldLabels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch, or a part of one, before it becomes arrays.
 *
 * @param set whose images they are
 * @param part of which step's batch
 * @param originals what each image shows
 * @param targets what each is to become
 * @param known 1 where an image has a counterpart, else 0; null when nobody asks
 * @param memory with its pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DrawnBatch(
    int set,
    BatchPart part,
    List<HeldLabels> originals,
    List<HeldLabels> targets,
    float @Nullable [] known,
    BatchMemory memory) {}
