/** Behaviour of residual classifiers. */
package io.mien.networks.resnet;
