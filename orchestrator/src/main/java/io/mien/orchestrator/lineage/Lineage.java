package io.mien.orchestrator.lineage;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.LineageView;
import io.mien.orchestrator.database.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts nodes and edges together, of both sides of what is asked about. */
public final class Lineage {

  /** Of a generator that many photos were synthesised with, the newest are enough. */
  private static final int MOST_NODES = 1000;

  private static final Comparator<LineageView.Node> OLDEST_FIRST =
      Comparator.comparing(
          LineageView.Node::by, Comparator.nullsFirst(Comparator.comparing(LineageView.Maker::at)));

  private final JdbcLineage rows;

  public Lineage(JdbcLineage rows) {
    this.rows = rows;
  }

  /** Empty when there is no such thing. */
  public Optional<LineageView> of(Transaction tx, LineageStart start) {
    return rows.maker(tx, start).map(task -> view(tx, task));
  }

  private LineageView view(Transaction tx, TaskId start) {
    List<Made> walked = rows.walk(tx, start, MOST_NODES + 1);
    boolean complete = walked.size() <= MOST_NODES;
    List<Made> made = complete ? walked : walked.subList(0, MOST_NODES);
    Map<UUID, UUID> byTask = new HashMap<>();
    made.forEach(each -> byTask.put(each.task(), each.node().id()));
    Map<UUID, LineageView.Node> nodes = new LinkedHashMap<>();
    Set<LineageView.Edge> edges = new LinkedHashSet<>();
    for (Made each : made) {
      nodes.put(each.node().id(), each.node());
      LineageView.Node dataset = each.dataset();
      if (dataset != null) {
        nodes.put(dataset.id(), dataset);
        edges.add(new LineageView.Edge(dataset.id(), each.node().id()));
      }
      each.inputs().stream()
          .flatMap(input -> Optional.ofNullable(byTask.get(input)).stream())
          .forEach(from -> edges.add(new LineageView.Edge(from, each.node().id())));
    }
    List<LineageView.Node> sorted = new ArrayList<>(nodes.values());
    sorted.sort(OLDEST_FIRST);
    return new LineageView(
        Objects.requireNonNull(byTask.get(start.value())), sorted, List.copyOf(edges), complete);
  }
}
