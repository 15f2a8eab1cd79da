package io.mien.ingest.layout.choice;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.mien.ingest.image.GreyTiffFile;
import io.mien.ingest.image.PictureFile;
import io.mien.ingest.layout.table.Fer2013Pixels;
import io.mien.store.json.WireJson;

/**
 * Listed pictures as JSON, so that another worker can read them; knows the contents of all layouts.
 */
public final class PictureJson {

  public static final JsonMapper MAPPER =
      WireJson.MAPPER
          .rebuild()
          .registerSubtypes(
              new NamedType(PictureFile.class, "file"),
              new NamedType(GreyTiffFile.class, "grey-tiff"),
              new NamedType(Fer2013Pixels.class, "fer2013-line"))
          .build();

  private PictureJson() {}
}
