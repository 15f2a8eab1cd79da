/** Reference numbers of PyTorch, and how close this product comes. */
package io.mien.networks.golden;
