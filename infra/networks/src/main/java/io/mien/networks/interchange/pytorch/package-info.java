/** PyTorch's files: a pickle is a program, so it is read by an allow-list and refused otherwise. */
@NullMarked
package io.mien.networks.interchange.pytorch;

import org.jspecify.annotations.NullMarked;
