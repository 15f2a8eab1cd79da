package io.mien.contracts.task;

/**
 * How a ResNet-18 expression classifier is trained.
 *
 * @param imageSize side of the square input in pixels; crops are resized to it
 * @param baseWidth channels of the first stage (64 in torchvision)
 * @param stem {@code imagenet} (7x7 stride 2 and max-pool) or {@code small} (3x3 stride 1), for
 *     images up to 64 pixels
 * @param epochs passes over the training part
 * @param learningRate peak of the cosine schedule
 * @param labelSmoothing 0 to 1
 */
public record ClassifierTraining(
    int imageSize,
    int baseWidth,
    String stem,
    int epochs,
    int batchSize,
    double learningRate,
    double weightDecay,
    double labelSmoothing,
    long seed) {}
