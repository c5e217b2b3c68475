/** Changes whenever a result may change; stored with every revision. */
export const engineVersion = "0.1.0";
