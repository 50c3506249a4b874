global using Microsoft.AspNetCore.Http.HttpResults;
global using Refused = Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<Portfolio.Contracts.Http.ProblemBody>;
