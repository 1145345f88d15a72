package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.CancelImport;
import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.history.Imports;
import dev.groundswell.core.history.ListImports;
import dev.groundswell.core.history.PrepareUpload;
import dev.groundswell.core.history.PreviewImport;
import dev.groundswell.core.history.RecordFiles;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.graphqlapi.execution.Background;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the API's part in imports stands on. */
public record ImportPorts(
        Imports imports,
        ImportFiles files,
        ImportSteps steps,
        RecordFiles recordFiles,
        ColumnMappings mappings,
        RandomGenerator random) {

    public ImportQueries queries(Background background) {
        return new ImportQueries(list(), mappings, background);
    }

    public ImportMutations mutations(InstantSource time) {
        return new ImportMutations(
                new PrepareUpload(files, time, random),
                new PreviewImport(files, recordFiles),
                new StartImport(imports, steps, files, recordFiles, mappings, time),
                new CancelImport(imports, time),
                mappings);
    }

    public MappingMutations mappingMutations(InstantSource time) {
        return new MappingMutations(mappings, time);
    }

    public ImportResolver resolver(InstantSource time, Background background) {
        return new ImportResolver(list(), time, background);
    }

    private ListImports list() {
        return new ListImports(imports, files);
    }
}
