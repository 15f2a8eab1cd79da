package io.mien.networks.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.TorchRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A function of arrays in TorchScript, for operations that libtorch has and DJL's interface lacks.
 * It takes part in automatic differentiation like any other operation, follows the thread's
 * gradient mode, and runs on whatever device its arguments are on. Thread-safe.
 *
 * <p>The text is in the form in which TorchScript itself stores code: operators are functions of
 * {@code torch}, sizes and flags are literals. A mistake shows when the function is created.
 */
public final class TorchFunction {
  private final PtSymbolBlock module;

  private TorchFunction(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Compiles a function.
   *
   * @param parameters names of its tensor parameters
   * @param body statements, the last one a return, indented by four spaces
   */
  public static TorchFunction of(String body, String... parameters) {
    byte[] archive = ScriptArchive.of(body, parameters);
    PtNDManager forever = (PtNDManager) TorchRuntime.start().newBaseManager();
    try {
      return new TorchFunction(
          JniUtils.loadModule(forever, new ByteArrayInputStream(archive), false, false));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a script from memory failed.", e);
    }
  }

  /** Calls the function; the result belongs to the first argument's manager. */
  public NDArray apply(NDArray... arguments) {
    return IValueUtils.forward(module, new NDList(arguments), true).get(0);
  }
}
