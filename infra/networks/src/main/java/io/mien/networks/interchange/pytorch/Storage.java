package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.ElementType;

/**
 * A storage that a pickle refers to; its bytes lie elsewhere in the file.
 *
 * @param key of the bytes
 * @param first element of the bytes that belongs to it (views of storages, before PyTorch 0.4)
 * @param elements how many there are
 */
record Storage(ElementType type, String key, long first, long elements) {}
