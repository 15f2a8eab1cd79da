package io.mien.networks.winograd;

import io.mien.networks.script.TorchFunction;

/**
 * How feature maps are cut into overlapping square tiles and put together again.
 *
 * <p>Scripts take maps {@code x} (N, H, W, C), a view into {@link FeatureMaps} with a border; the
 * three matrices of a {@link WinogradConvolution}; and two scratch arrays, one of which holds the
 * result. Zeros of the border stand in for pixels outside.
 */
enum Tiling {
  /** 3x3 at stride 1: tiles of 4x4 outputs from 6x6 inputs, a quarter of the multiplications. */
  SAME(new WinogradTransform(4, 3), 1, 1),

  /**
   * 4x4 at stride 2: the four pixels of a 2x2 square are channels of one, so the filter is 2x2.
   * Tiles of 4x4 outputs from 5x5 squares.
   */
  HALVING(new WinogradTransform(4, 2), 2, 1),

  /**
   * Doubling of the size: each of the four phases of the output is a 2x2 filter of the input, those
   * of even rows or columns one pixel before those of odd ones. Tiles of 3x3 windows from 4x4.
   */
  DOUBLING(new WinogradTransform(3, 2), 1, 2);

  private static final String MULTIPLY =
      """
          n, h, w, c, = torch.size(x)
          sn, sr, sc, _0, = torch.stride(x)
          rows = torch.floordiv(torch.add(h, {rounding}), {step})
          columns = torch.floordiv(torch.add(w, {rounding}), {step})
          tiles = torch.mul(torch.mul(n, rows), columns)
          t, _1, = torch.size(transform)
          _2, inputs, outputs, = torch.size(kernels)
          windows, _3, = torch.size(inverse)
          side = {side}
          m = {m}
          {patches}
          gathered = torch.resize_(first, [torch.mul(torch.mul(t, tiles), inputs)])
          _4 = torch.copy_(torch.reshape(gathered, torch.size(patches)), patches)
          points = torch.resize_(second, [t, torch.mul(tiles, inputs)])
          _5 = torch.mm(transform, torch.reshape(gathered, [t, -1]), out=points)
          products = torch.resize_(first, [t, tiles, outputs])
          _6 = torch.bmm(torch.reshape(points, [t, tiles, inputs]), kernels, out=products)
          responses = torch.resize_(second, [windows, torch.mul(tiles, outputs)])
          _7 = torch.mm(inverse, torch.reshape(products, [t, -1]), out=responses)
      """;

  private static final String STRIDE_1 =
      "patches = torch.as_strided(x, [side, side, n, rows, columns, c],"
          + " [sr, sc, sn, torch.mul(sr, m), torch.mul(sc, m), 1], 0)";

  private static final String STRIDE_2 =
      "patches = torch.as_strided(x, [side, side, n, rows, columns, 2, torch.mul(c, 2)],"
          + " [torch.mul(sr, 2), torch.mul(sc, 2), sn,"
          + " torch.mul(sr, {step}), torch.mul(sc, {step}), sr, 1], 0)";

  /** Tiles side by side; what lies beyond the maps is left away. */
  private static final String PLACE =
      """
          whole = torch.resize_(first, [n, rows, m, columns, m, outputs])
          split = torch.reshape(responses, [m, m, n, rows, columns, outputs])
          _8 = torch.copy_(torch.permute(whole, [2, 4, 0, 1, 3, 5]), split)
          maps = torch.reshape(whole, [n, torch.mul(rows, m), torch.mul(columns, m), outputs])
          inside = torch.slice(maps, 1, 0, torch.floordiv(h, {stride}), 1)
          return torch.contiguous(torch.slice(inside, 2, 0, torch.floordiv(w, {stride}), 1))
      """;

  /** Phases interleaved; the first row and column of windows only have their odd phase inside. */
  private static final String INTERLEAVE =
      """
          depth = torch.floordiv(outputs, 4)
          whole = torch.resize_(first, [n, rows, m, 2, columns, m, 2, depth])
          split = torch.reshape(responses, [m, m, n, rows, columns, 2, 2, depth])
          _8 = torch.copy_(torch.permute(whole, [2, 5, 0, 1, 4, 3, 6, 7]), split)
          taller = torch.mul(torch.mul(rows, m), 2)
          wider = torch.mul(torch.mul(columns, m), 2)
          maps = torch.reshape(whole, [n, taller, wider, depth])
          high = torch.mul(h, 2)
          wide = torch.mul(w, 2)
          inside = torch.slice(maps, 1, 1, torch.add(high, 1), 1)
          inside0 = torch.slice(inside, 2, 1, torch.add(wide, 1), 1)
          result = torch.resize_(second, [n, high, wide, depth])
          return torch.copy_(result, inside0)
      """;

  private final WinogradTransform transform;
  private final TorchFunction function;

  Tiling(WinogradTransform transform, int stride, int enlargement) {
    this.transform = transform;
    int step = transform.outputs() * stride;
    int windowsMore = enlargement - 1; // a doubling has one window more than pixels
    String script =
        (MULTIPLY + (enlargement == 2 ? INTERLEAVE : PLACE))
            .replace("{patches}", stride == 2 ? STRIDE_2 : STRIDE_1)
            .replace("{rounding}", Integer.toString(step - 1 + windowsMore))
            .replace("{step}", Integer.toString(step))
            .replace("{stride}", Integer.toString(stride))
            .replace("{side}", Integer.toString(transform.side()))
            .replace("{m}", Integer.toString(transform.outputs()));
    this.function =
        TorchFunction.of(script, "x", "transform", "kernels", "inverse", "first", "second");
  }

  WinogradTransform transform() {
    return transform;
  }

  TorchFunction function() {
    return function;
  }
}
