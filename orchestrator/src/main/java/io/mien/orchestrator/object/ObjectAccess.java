package io.mien.orchestrator.object;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.task.JdbcTaskRepository;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects clients may fetch: outputs of attempts that were published, images of attempts that
 * were broken off and of which the results tell, samples, and photos that were sent in.
 */
public final class ObjectAccess {

  private static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9._+@=-]+";

  private static final Pattern OUTPUT =
      Pattern.compile(
          "tasks/" + UUID + "/([1-9][0-9]{0,8})/(" + SEGMENT + ")(?:/" + SEGMENT + ")+");
  private static final Pattern UPLOAD = Pattern.compile("uploads/" + UUID + "/photo");

  private final JdbcTaskRepository tasks;
  private final JdbcSampleRepository samples;
  private final JdbcRunRepository runs;

  public ObjectAccess(
      JdbcTaskRepository tasks, JdbcSampleRepository samples, JdbcRunRepository runs) {
    this.tasks = tasks;
    this.samples = samples;
    this.runs = runs;
  }

  public boolean isPublic(Transaction tx, Bucket bucket, String key) {
    Matcher output = OUTPUT.matcher(key);
    if (output.matches()) {
      TaskId task = TaskId.fromString(output.group(1));
      int attempt = Integer.parseInt(output.group(2));
      return tasks.isPublished(tx, task, attempt, output.group(3))
          || bucket == Bucket.SYNTHESES && tasks.namesAllAttempts(tx, task)
          || samples.isSample(tx, task, bucket, key);
    }
    Matcher upload = UPLOAD.matcher(key);
    return upload.matches() && runs.find(tx, RunId.fromString(upload.group(1))).isPresent();
  }
}
