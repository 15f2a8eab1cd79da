/** Generators as ONNX graphs, for ONNX Runtime and whatever else reads them. */
@NullMarked
package io.mien.networks.interchange.onnx;

import org.jspecify.annotations.NullMarked;
