package io.mien.orchestrator.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes what the scanner has found, when the application is built: the served description is
 * good enough to generate clients from.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescriptionFilter implements OASFilter {

  private final IndexView index;

  public DescriptionFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    List<DescribedMethod> methods = DescribedMethod.all(index, api);
    SchemaTypes types = new SchemaTypes(index, api.getComponents().getSchemas());
    methods.forEach(types::add);
    methods.forEach(new Bodies(types)::describe);
    methods.forEach(method -> method.operation().setTags(List.of(tag(method.path()))));
    FieldPresence.describe(api.getComponents().getSchemas(), types);
    SchemaNames.describe(api, types);
    Problems.describe(api);
    Security.describe(api);
  }

  /** What is about the same things has the same first segment behind the version. */
  private static String tag(String path) {
    return path.split("/")[2];
  }
}
