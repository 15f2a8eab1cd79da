package io.mien.contracts.result;

/**
 * @param prepared the dataset without the person
 * @param crops of the person that the newest version had
 */
public record SubjectErased(DatasetPrepared prepared, int crops) implements TaskResult {}
