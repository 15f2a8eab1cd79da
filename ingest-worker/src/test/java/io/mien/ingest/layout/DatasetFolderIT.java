package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.Rejection;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderIT {

  @TempDir Path root;

  @BeforeEach
  void writePictures() throws IOException {
    Files.createDirectories(root.resolve("happy"));
    Files.createFile(root.resolve("happy/a.png"));
    Files.createDirectories(root.resolve("sad"));
    Files.createFile(root.resolve("sad/b.png"));
  }

  @Test
  void aLinkLoopAndALinkToNothingAreRejectedAndTheRestIsRead() throws IOException {
    Files.createSymbolicLink(root.resolve("happy/loop"), root);
    Files.createSymbolicLink(root.resolve("sad/gone.png"), root.resolve("nowhere.png"));

    DatasetFolder folder = DatasetFolder.open(root.toUri());

    assertThat(folder.files()).containsExactly("happy/a.png", "sad/b.png");
    assertThat(folder.unreadable())
        .containsExactlyInAnyOrder(
            new Rejection(
                "happy/loop",
                Rejection.Code.UNREADABLE,
                "is a link back to a folder that it lies in"),
            new Rejection("sad/gone.png", Rejection.Code.UNREADABLE, "is a link to nothing"));
  }

  @Test
  void linksToFilesAreFollowedAndWhatBelongsToToolsIsLeftAlone() throws IOException {
    Files.createSymbolicLink(root.resolve("sad/c.png"), root.resolve("happy/a.png"));
    Files.createDirectories(root.resolve(".git/objects"));
    Files.createFile(root.resolve(".git/objects/x.png"));
    Files.createSymbolicLink(root.resolve(".git/loop"), root);

    DatasetFolder folder = DatasetFolder.open(root.toUri());

    assertThat(folder.files()).containsExactly("happy/a.png", "sad/b.png", "sad/c.png");
    assertThat(folder.unreadable()).isEmpty();
  }

  @Test
  void aFolderWithoutPermissionIsRejectedUnlessItIsTheWholeDataset() throws IOException {
    FolderWalk walk = new FolderWalk(root);

    walk.visitFileFailed(root.resolve("sad"), new AccessDeniedException("sad"));

    assertThat(walk.walk().unreadable())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("sad", Rejection.Code.UNREADABLE));
    assertThatThrownBy(() -> walk.visitFileFailed(root, new AccessDeniedException("root")))
        .isInstanceOf(AccessDeniedException.class);
  }
}
