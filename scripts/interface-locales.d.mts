export declare const interfaceLocales: string[];
