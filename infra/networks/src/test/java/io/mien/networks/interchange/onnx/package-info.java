/** Behaviour of {@code interchange.onnx}. */
package io.mien.networks.interchange.onnx;
