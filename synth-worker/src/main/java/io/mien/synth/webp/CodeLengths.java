package io.mien.synth.webp;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** How many bits each symbol of an alphabet gets, by how often it occurs (Huffman). */
final class CodeLengths {

  private CodeLengths() {}

  /**
   * @param counts how often each symbol occurs
   * @param longest bits that a code may have; rare symbols are counted as less rare until it holds
   * @return 0 for symbols that do not occur, 1 where only one does
   */
  static int[] of(int[] counts, int longest) {
    int[] lengths = new int[counts.length];
    for (long least = 1; !assign(counts, least, longest, lengths); least *= 2) {
      Arrays.fill(lengths, 0);
    }
    return lengths;
  }

  private static boolean assign(int[] counts, long least, int longest, int[] lengths) {
    PriorityQueue<Node> nodes = new PriorityQueue<>();
    int order = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        nodes.add(new Node(Math.max(least, counts[symbol]), order++, symbol, null, null));
      }
    }
    if (nodes.size() == 1) {
      lengths[nodes.remove().symbol] = 1;
      return true;
    }
    while (nodes.size() > 1) {
      Node one = nodes.remove();
      Node other = nodes.remove();
      nodes.add(new Node(one.count + other.count, order++, -1, one, other));
    }
    return nodes.isEmpty() || descend(nodes.remove(), 0, longest, lengths);
  }

  private static boolean descend(Node node, int depth, int longest, int[] lengths) {
    if (node.left == null || node.right == null) {
      lengths[node.symbol] = depth;
      return depth <= longest;
    }
    return descend(node.left, depth + 1, longest, lengths)
        && descend(node.right, depth + 1, longest, lengths);
  }

  /**
   * @param order by which equal counts come, so that equal pictures give equal files
   */
  private record Node(long count, int order, int symbol, @Nullable Node left, @Nullable Node right)
      implements Comparable<Node> {

    @Override
    public int compareTo(Node other) {
      int byCount = Long.compare(count, other.count);
      return byCount == 0 ? Integer.compare(order, other.order) : byCount;
    }
  }
}
